import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { log, longTest, seesRow, signIn, type } from './people.ts';

/** The row that lost its words; who removed them is a row of its own. */
const removed = (page: Page) => log(page).locator('article[data-kind="note"]');
const panel = (page: Page) => page.getByRole('region', { name: 'Entered in error' });

async function openInError(page: Page, row: string): Promise<void> {
  const more = log(page).getByRole('button', { name: new RegExp(`^Correct: .*${row}`) });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  await log(page)
    .getByRole('button', { name: /^(Entered in error|Remove the text)$/ })
    .click();
}

longTest(
  '[RED-2, RED-3] a therapist asks that words be removed, the lead decides, and every open screen forgets them',
  async ({ browser }) => {
    const therapist = await signIn(browser, 'therapist');
    await tapLiveLine(therapist);
    const session = await makeSession(therapist);
    await startSession(therapist, session);
    await enterRoom(therapist, session);
    await type(therapist, 'Her sister canary Elena rang');
    const physician = await signIn(browser, 'physician');
    await enterRoom(physician, session);
    await seesRow(physician, 'canary Elena');

    await openInError(therapist, 'Her sister');
    await panel(therapist).getByRole('button', { name: 'Remove the text' }).click();
    await panel(therapist).getByLabel('Why it has to go').fill('Names a relative.');
    await panel(therapist).getByRole('button', { name: 'Ask for it' }).click();
    await expect(panel(therapist)).toContainText('Asked for. A lead decides.');
    await panel(therapist).getByRole('button', { name: 'Done' }).click();

    const lead = await signIn(browser, 'lead');
    await lead.goto(new URL('/removals', lead.url()).href);
    const request = lead.getByRole('listitem').filter({ hasText: session.client.familyName });
    await expect(request).toContainText('Note by Jonas Lindqvist');
    await expect(request).toContainText(/Opened since by .*Okafor/);
    await expect(lead.getByText('canary')).toHaveCount(0);
    await request.getByRole('button', { name: 'Remove it' }).click();
    await expect(request).toContainText('Remove these words for good?');
    await request.getByRole('button', { name: 'Remove it' }).click();
    await expect(request).toContainText('Removed by Ruth Feldmann');

    for (const page of [therapist, physician]) {
      await expect(removed(page)).toContainText('Text removed');
      await expect(page.getByText('canary Elena')).toHaveCount(0);
      await page.reload();
      await enterRoom(page, session);
      await expect(removed(page)).toContainText('Text removed');
      expect(await page.content()).not.toContain('canary Elena');
    }
  },
);

longTest(
  '[RED-1] what was entered for the wrong client is moved in one flow: entered there, marked here, removal asked for',
  async ({ browser }) => {
    const therapist = await signIn(browser, 'therapist');
    const [wrong, right] = [await makeSession(therapist), await makeSession(therapist)];
    for (const session of [wrong, right]) await startSession(therapist, session);
    await enterRoom(therapist, wrong);
    await type(therapist, 'Says her name is Ana');
    await seesRow(therapist, 'Says her name');
    await openInError(therapist, 'Says her name');
    await panel(therapist).getByRole('button', { name: 'It belongs to another client' }).click();
    await panel(therapist).getByRole('button', { name: 'Move it' }).click();
    await expect(panel(therapist)).toContainText('Choose the session it belongs to.');
    const choice = panel(therapist).getByLabel('It belongs to');
    const label = await choice
      .locator('option', { hasText: right.client.familyName.toLocaleUpperCase() })
      .textContent();
    await choice.selectOption({ label: label as string });
    await panel(therapist).getByRole('button', { name: 'Move it' }).click();
    await expect(panel(therapist).getByRole('listitem')).toHaveText([
      /Entered for .*: done/,
      /Marked entered in error here: done/,
      /Removal of the text asked for: done/,
    ]);
    await panel(therapist).getByRole('button', { name: 'Done' }).click();
    await expect(log(therapist).locator('[data-retracted]')).toContainText('Says her name');
    await enterRoom(therapist, right);
    await seesRow(therapist, 'Says her name is Ana');
  },
);
