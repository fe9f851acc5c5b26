import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { clientBanner, line, longTest, seesRow, signIn, test, type } from './people.ts';

test.setTimeout(120_000);
const MINUTE = 60_000;
const lock = (page: Page) => page.getByRole('dialog', { name: 'Locked' });

/** As if nobody had touched the device for so long. */
async function leaveAlone(page: Page, minutes: number): Promise<void> {
  await page.evaluate((ms) => localStorage.setItem('tandem.used', String(Date.now() - ms)), minutes * MINUTE);
  await lock(page).waitFor({ timeout: 40_000 });
}

longTest(
  '[LCK-1, LCK-4] a tablet left alone locks: no name in sight, vital signs, due and notices are; a reload does not open it, the PIN does, and the draft is there',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    await tapLiveLine(page);
    const session = await makeSession(page);
    await startSession(page, session);
    await enterRoom(page, session);
    await type(page, '168/98 88 97');
    await seesRow(page, '168/98');
    await line(page).fill('152/');
    const name = session.client.familyName.toLocaleUpperCase();
    await expect(clientBanner(page)).toContainText(name);

    await leaveAlone(page, 11);
    await expect(lock(page)).toContainText('168/98');
    await expect(lock(page)).toContainText(/Last vital signs, /);
    await expect(lock(page)).toContainText(/(Next due|Were due) \d\d:\d\d/);
    await expect(lock(page)).toContainText(/168\/98.*over/);
    await expect(clientBanner(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(lock(page)).toBeVisible();
    await lock(page).getByLabel('PIN').fill('111222');
    await lock(page).getByRole('button', { name: 'Unlock' }).click();
    await expect(lock(page)).toContainText('This is not');
    await lock(page).getByLabel('PIN').fill('730251');
    await lock(page).getByRole('button', { name: 'Unlock' }).click();
    await expect(lock(page)).toHaveCount(0);
    await expect(line(page)).toHaveValue('152/');
    await expect(clientBanner(page)).toContainText(name);

    await leaveAlone(page, 11);
    await page.reload();
    await expect(lock(page)).toBeVisible();
    await lock(page).getByRole('button', { name: 'Emergency' }).click();
    await expect(lock(page)).toContainText('Press again: opens the room');
    await lock(page)
      .getByRole('button', { name: /Press again/ })
      .click();
    await expect(lock(page)).toHaveCount(0);
  },
);

longTest(
  '[LCK-4] on a page without a session the lock shows who is signed in, and signs out',
  async ({ browser }) => {
    const page = await signIn(browser, 'lead', { ownLogin: true });
    await page.getByRole('link', { name: 'Clients' }).click();
    await page
      .getByText(/KRISHNAMURTHY/)
      .first()
      .waitFor();
    await leaveAlone(page, 11);
    await expect(lock(page)).toContainText('Ruth Feldmann is signed in.');
    await expect(page.getByText(/KRISHNAMURTHY/).first()).toBeHidden();
    await lock(page).getByRole('button', { name: 'Somebody else: sign out' }).click();
    await page.getByLabel('Email').waitFor();
    await expect(lock(page)).toHaveCount(0);
  },
);
