import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { endSession, makeSession, recordOverHttp, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const coursePage = (patientId: string) => `${process.env.TANDEM_URL}/clients/${patientId}/course`;

/** Answers every question of the open form with the first choice, and the last with `ninth`. */
async function answerAll(page: Page, ninth: string): Promise<void> {
  const questions = page.getByRole('dialog').getByRole('group');
  const count = await questions.count();
  for (let at = 0; at < count; at += 1) {
    const words = at === 8 ? ninth : at === 9 ? 'Somewhat difficult' : 'Not at all';
    await questions.nth(at).getByText(words, { exact: true }).click();
  }
}

longTest(
  '[MEA-2] [MEA-5] the client fills in the PHQ-9; item 9 opens the prompt at once on another screen, the screen is locked, and the outcome ends it',
  async ({ browser }) => {
    const therapist = await signIn(browser, 'therapist');
    const session = await makeSession(therapist);
    const physician = await signIn(browser, 'physician');
    await therapist.goto(coursePage(session.patientId));
    await therapist.getByRole('button', { name: 'Fill in: PHQ-9' }).click();
    await therapist.getByRole('button', { name: 'The client, on this screen' }).click();
    // Esc leads nowhere from a client's hands.
    await therapist.keyboard.press('Escape');
    await answerAll(therapist, 'Several days');
    await therapist.getByRole('button', { name: 'Save' }).click();
    await expect(therapist.getByText('Thank you. Please give the screen back.')).toBeVisible();
    const due = part(physician, 'Due between sessions').getByRole('link').filter({
      hasText: session.client.familyName.toLocaleUpperCase(),
    });
    await expect(due).toContainText('Ask about safety', { timeout: 6_000 });
    await therapist.getByRole('button', { name: 'Done' }).click();
    await expect(therapist.getByLabel(/PIN/).first()).toBeVisible();
    await due.click();
    const ask = part(physician, 'Ask now');
    await expect(ask).toContainText('was answered “Several days”');
    await ask.getByLabel('What was done').fill('Spoken with her: no plan, sister stays tonight.');
    await ask.getByRole('button', { name: 'Save' }).click();
    await expect(ask).toHaveCount(0);
    await expect(part(physician, 'Measures')).toContainText('1 of 27 minimal');
  },
);

longTest(
  '[INT-1] [INT-2] [INT-3] a moment becomes an insight that the client agrees to, and goes through six check-ins',
  async ({ browser }) => {
    const page = await signIn(browser, 'therapist');
    const session = await makeSession(page);
    await startSession(page, session);
    await recordOverHttp(page, session, {
      kind: 'moment',
      data: { text: 'She put the verdict down.', tags: ['shame'] },
    });
    await endSession(page, session);
    await page.goto(coursePage(session.patientId));
    const insights = part(page, 'Insights');
    await insights.getByRole('button', { name: 'From a session' }).click();
    const moment = insights.getByLabel('Came from');
    await expect(moment.getByRole('option')).toHaveCount(2);
    await moment.selectOption({ index: 1 });
    await insights.getByLabel(/What became clear/).fill('The verdict was never mine.');
    await insights.getByRole('button', { name: 'Save' }).click();
    await expect(insights).toContainText(/The verdict was never mine\..*\d\d-\w{3}-\d{4}, \d\d:\d\d/s);
    await insights.getByLabel('How').selectOption('In person');
    await insights.getByRole('button', { name: 'The client agrees' }).click();
    await expect(insights).toContainText('Agreed in person');

    const plan = part(page, 'Integration plan');
    await plan.getByRole('button', { name: 'Write plan' }).click();
    await plan.getByLabel('How').selectOption('A quiet walk');
    await plan.getByLabel('What').fill('Along the river');
    await plan.getByRole('button', { name: 'Save' }).click();
    await expect(plan).toContainText('A quiet walk Along the river');

    const checkIns = part(page, 'Check-ins');
    await checkIns.getByRole('button', { name: 'Plan check-ins' }).click();
    await checkIns.getByRole('button', { name: 'Plan check-ins' }).click();
    const rows = checkIns.getByRole('listitem');
    await expect(rows).toHaveCount(6);
    const hows = ['Done', 'Missed', 'Move', 'Done', 'Missed', 'Move'] as const;
    for (const [at, label] of [
      '24 hours',
      '72 hours',
      '1 week',
      '2 weeks',
      '1 month',
      '3 months',
    ].entries()) {
      const row = rows.filter({ hasText: label });
      const how = hows[at] as string;
      await row.getByRole('button', { name: how }).click();
      await row.getByLabel('What was said').fill(`Said at ${label}.`);
      await row.locator('form').getByRole('button', { name: how }).click();
      await expect(row).toContainText({ Done: 'done', Missed: 'missed', Move: 'moved once' }[how] as string);
    }
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Calendar file' }).click();
    const text = readFileSync((await (await download).path()) as string, 'utf8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).not.toMatch(/verdict|shame|check|therap|ketamine|session|Rivera|Maya|river/i);
  },
);
