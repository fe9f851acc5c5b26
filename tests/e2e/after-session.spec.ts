import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { endSession, makeSession, recordOverHttp, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const at = (path: string) => `${process.env.TANDEM_URL}${path}`;

async function post(page: Page, path: string, data: object): Promise<Record<string, unknown>> {
  const reply = await page.request.post(at(path), { data });
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  return reply.json();
}

/** Entries of the client's course, over HTTP. */
async function writeCourse(page: Page, patientId: string, ...entries: object[]): Promise<void> {
  const { id } = await post(page, `/api/patients/${patientId}/courses`, { id: randomUUID() });
  const happenedAt = new Date().toISOString();
  const whole = entries.map((entry) => ({ id: randomUUID(), happenedAt, ...entry }));
  await post(page, `/api/courses/${String(id)}/entries`, { entries: whole });
}

const phq9 = (ninth: number) => ({
  kind: 'measure',
  data: {
    instrument: 'phq-9',
    version: 1,
    filledBy: 'client',
    answers: Array.from({ length: 9 }, (_, n) => ({ item: `q${n + 1}`, value: n === 8 ? ninth : 1 })),
  },
});

longTest(
  '[MEA-2] an open question of safety is named at going home, at the end and before signing, with the way to it',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    const given = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 20 };
    await recordOverHttp(page, session, { kind: 'dose', data: given });
    await writeCourse(page, session.patientId, phq9(1));
    const named = /Thoughts of being better off dead: what was done about them is not written yet/;
    const way = { name: 'Ask, and write down what was done' };

    await page.goto(at(`/s/${session.id}`));
    await page.getByRole('button', { name: 'Ready to go home?' }).click();
    const home = region(page, 'Ready to go home?');
    await expect(home.getByRole('alert')).toContainText(named);
    await expect(home.getByRole('link', way)).toHaveAttribute('href', `/clients/${session.patientId}/course`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End session' }).click();
    await expect(page.getByRole('dialog', { name: 'End session' })).toContainText(named);
    await page.keyboard.press('Escape');

    await endSession(page, session);
    await page.goto(at(`/s/${session.id}/report`));
    const before = region(page, 'Before you sign');
    await expect(before).toContainText(named);
    await expect(before).not.toContainText('Nothing is open.');
    await before.getByRole('link', way).click();
    const ask = region(page, 'Ask now');
    await ask.getByLabel('What was done').fill('Spoken with her: no plan, sister stays tonight.');
    await ask.getByRole('button', { name: 'Save' }).click();
    await expect(ask).toHaveCount(0);
    await page.goto(at(`/s/${session.id}/report`));
    await expect(region(page, 'Before you sign')).toContainText('Before you sign');
    await expect(region(page, 'Before you sign')).not.toContainText(named);
  },
);

longTest(
  '[EXP-21] words to keep are chosen for a card, seen on it, and leave as a PDF; too many are said so',
  async ({ browser }) => {
    const page = await signIn(browser, 'therapist');
    const session = await makeSession(page);
    await startSession(page, session);
    await recordOverHttp(
      page,
      session,
      { kind: 'words-to-keep', data: { text: 'I was doing my best with what I had.' } },
      { kind: 'shift', data: { from: 'I am the mistake', to: 'I can put it down' } },
      { kind: 'words-to-keep', data: { text: 'All of it, again and again. '.repeat(17).trim() } },
    );
    await endSession(page, session);
    const insight = randomUUID();
    await writeCourse(
      page,
      session.patientId,
      { id: insight, kind: 'insight', data: { text: 'It was never mine.', sessionId: session.id } },
      { kind: 'insight', data: { text: 'Perhaps her father knew.', sessionId: session.id } },
      {
        kind: 'insight-approval',
        data: { insightId: insight, how: 'in-person', approvedAt: new Date().toISOString() },
      },
    );
    await page.goto(at(`/s/${session.id}/report`));
    await page.getByRole('button', { name: 'Words-to-keep card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Words-to-keep card' });
    const card = dialog.getByRole('figure', { name: 'The card as it is printed' });
    const make = dialog.getByRole('button', { name: 'Make the card' });
    await expect(make).toBeDisabled();
    await dialog.getByLabel(/I was doing my best/).check();
    await dialog.getByLabel(/I am the mistake/).check();
    await dialog.getByLabel(/It was never mine/).check();
    await expect(dialog.getByLabel(/Perhaps her father/)).toHaveCount(0);
    await expect(card).toContainText('“I was doing my best with what I had.”');
    await expect(card).toContainText('It was never mine.');
    await dialog.getByLabel(/All of it/).check();
    await expect(dialog.getByRole('status')).toHaveText(/Choose fewer/);
    await expect(make).toBeDisabled();
    await dialog.getByLabel(/All of it/).uncheck();
    const download = page.waitForEvent('download');
    await make.click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^tandem-\d{4}-\d\d-\d\d-[0-9a-f]{8}-card\.pdf$/);
    expect(readFileSync(await file.path(), 'latin1')).toMatch(/^%PDF-1/);
  },
);

longTest(
  '[EXP-22] a template is written with its places, an unknown one is named where it stands, and back to Tandem’s own',
  async ({ browser }) => {
    const page = await signIn(browser, 'admin', { ownLogin: true });
    await page.goto(at('/setup'));
    await page.getByRole('link', { name: 'Open the templates' }).click();
    await page.getByText('Table', { exact: true }).click();
    const field = page.getByLabel('Template: Table').last();
    const preview = region(page, 'Preview').locator('pre');
    await expect(preview).toContainText('146/90');
    await field.fill('OBSERVATIONS {{date}}\nBP {{vitls}}\n');
    await expect(page.getByRole('alert')).toContainText('Line 2, column 4: there is no place {{vitls}}.');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await page.getByRole('button', { name: 'Show where' }).click();
    expect(
      await field.evaluate((box: HTMLTextAreaElement) =>
        box.value.slice(box.selectionStart, box.selectionEnd),
      ),
    ).toBe('{{vitls}}');
    await page.getByLabel('Find a place').fill('vitals t');
    await page.getByRole('button', { name: 'Put in {{vitals table}}' }).click();
    await expect(field).toHaveValue('OBSERVATIONS {{date}}\nBP {{vitals table}}\n');
    await expect(preview).toContainText(/OBSERVATIONS 24-Nov-2026\s+BP Time/);
    // What is typed stays while another one is looked at.
    await page.getByText('Therapist', { exact: true }).click();
    await page.getByText(/^Table/).click();
    await expect(field).toHaveValue('OBSERVATIONS {{date}}\nBP {{vitals table}}\n');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(
      page.getByText(/Written by your clinic\. Last changed by .+, \d\d-\w{3}-\d{4} \d\d:\d\d\./),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Back to Tandem’s own' }).click();
    await page.getByRole('button', { name: 'Use Tandem’s own' }).click();
    await expect(page.getByText(/^Tandem’s own\. Last changed by/)).toBeVisible();
    await expect(field).toHaveValue(/^\{\{client\}\} \{\{date\}\}/);
  },
);
