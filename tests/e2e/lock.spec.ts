import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { clientBanner, fillSignIn, line, longTest, seesRow, signIn, test, type } from './people.ts';
import { goOffline, goOnline, kept, recordedIn, tabletInRoom } from './tablet.ts';

test.setTimeout(120_000);
const MINUTE = 60_000;
const lock = (page: Page) => page.getByRole('dialog', { name: 'Locked' });

/** As if nobody had touched the device for so long. */
async function leaveAlone(page: Page, minutes: number): Promise<void> {
  await page.evaluate((ms) => localStorage.setItem('tandem.used', String(Date.now() - ms)), minutes * MINUTE);
  await lock(page).waitFor({ timeout: 40_000 });
}

async function unlock(page: Page): Promise<void> {
  await lock(page).getByLabel('PIN').fill('730251');
  await lock(page).getByRole('button', { name: 'Unlock' }).click();
  await expect(lock(page)).toHaveCount(0);
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
    await unlock(page);
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
  '[LCK-4] what waits on a device is sent while its screen is locked, and the log behind it is complete',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const { session, live } = await tabletInRoom(page);
    // It is fetched ahead, so that it comes when there is no network.
    const fetched = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('lock-screen'));
    await expect.poll(() => page.evaluate(fetched), { timeout: 40_000 }).toBe(true);
    await goOffline(page.context(), live);
    await type(page, '131/82 70 98');
    await expect(kept(page, 1)).toBeVisible({ timeout: 20_000 });
    await leaveAlone(page, 11);
    await expect(lock(page)).toContainText('131/82');
    await goOnline(page.context(), live);
    await expect.poll(async () => (await recordedIn(page, session)).length, { timeout: 40_000 }).toBe(1);
    await expect(lock(page)).toBeVisible();
    await unlock(page);
    await seesRow(page, '131/82');
    await expect(page.getByText('All saved')).toBeVisible();
  },
);

longTest(
  '[LCK-3] without a network a PIN says so, an emergency opens the room all the same, and the audit is told later',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const { session, live } = await tabletInRoom(page);
    await leaveAlone(page, 11);
    await goOffline(page.context(), live);
    await lock(page).getByLabel('PIN').fill('730251');
    await lock(page).getByRole('button', { name: 'Unlock' }).click();
    await expect(lock(page)).toContainText('Tandem did not answer.');
    await lock(page).getByRole('button', { name: 'Emergency' }).click();
    await lock(page)
      .getByRole('button', { name: /Press again/ })
      .click();
    await expect(lock(page)).toHaveCount(0);
    const told = page.waitForResponse((reply) => reply.url().endsWith(`/api/sessions/${session.id}/unlock`));
    await goOnline(page.context(), live);
    expect((await told).status()).toBe(200);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('tandem.opened'))).toBeNull();
  },
);

longTest(
  '[LCK-1] signing in on a device that slept for days is a touch of it: no lock comes after the password',
  async ({ browser }) => {
    const page = await signIn(browser, 'lead', { ownLogin: true });
    await leaveAlone(page, 3 * 24 * 60);
    await page.request.post(`${process.env.TANDEM_URL}/api/auth/sign-out`, { data: {} });
    await page.goto(`${process.env.TANDEM_URL}/sign-in`);
    await fillSignIn(page, 'lead');
    // The lock has come with its own part by then, and looked.
    const looked = () =>
      page.evaluate(() => Number(localStorage.getItem('tandem.used')) > Date.now() - 60_000);
    await expect.poll(looked, { timeout: 40_000 }).toBe(true);
    await expect(lock(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
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
