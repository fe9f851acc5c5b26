import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom } from './made-session.ts';
import { OwnBrowser } from './own-browser.ts';
import { fillSignIn, ketamineGiven, line, log, longTest, seesRow, signIn, test, type } from './people.ts';
import { goOffline, kept, recordedIn, shellKept, tabletInRoom } from './tablet.ts';

const readBack = (page: Page) => page.getByRole('region', { name: 'Read back to record' });

/** Signs in where the login did not outlive the browser. */
async function backIn(page: Page, who: 'physician' | 'therapist'): Promise<void> {
  await expect(page.getByLabel('Email').or(page.getByRole('navigation'))).toBeVisible({ timeout: 20_000 });
  if (await page.getByLabel('Email').isVisible()) await fillSignIn(page, who);
}

test('[A10, B8] offline: three sets, a dose and two notes outlive a reload and a killed browser, and are stored once', async () => {
  test.setTimeout(120_000);
  const tablet = new OwnBrowser();
  try {
    let context = await tablet.start();
    let page = context.pages()[0] as Page;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(process.env.TANDEM_URL as string);
    await fillSignIn(page, 'physician');
    const { session, live } = await tabletInRoom(page);
    await shellKept(page);
    await goOffline(context, live);
    await page.getByText(/^Not current since/).waitFor();
    await type(page, '124/78 72 98');
    await type(page, '126/80 74 97');
    await type(page, 'k 20 im');
    await readBack(page).getByLabel('Amount again').fill('20');
    await page.keyboard.press('Enter');
    await expect(readBack(page).getByRole('alert')).toHaveText(/whether another dose was given/);
    await expect(readBack(page)).toContainText(/Checked against data as of \d\d:\d\d/);
    await readBack(page).getByRole('radio', { name: 'No', exact: true }).check({ force: true });
    await readBack(page).getByLabel('Amount again').press('Enter');
    await expect(ketamineGiven(page)).toContainText('at least 20 mg');
    await expect(ketamineGiven(page)).toContainText(/as of \d\d:\d\d/);
    await type(page, '128/82 76 97');
    await type(page, 'breath slow');
    await type(page, '"I was doing my best with what I had');
    await expect(kept(page, 6)).toBeVisible();
    await expect(log(page)).toContainText(/recorded offline, checked against data as of \d\d:\d\d/);

    await page.reload();
    await expect(page.getByText(/6 entries by .+ wait on this device\./)).toBeVisible();
    await tablet.kill();
    context = await tablet.start();
    await context.setOffline(true);
    page = context.pages()[0] as Page;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(process.env.TANDEM_URL as string);
    await expect(page.getByText(/6 entries by .+ wait on this device\./)).toBeVisible();

    const healedAt = Date.now();
    await context.setOffline(false);
    await backIn(page, 'physician');
    await expect.poll(async () => (await recordedIn(page, session)).length, { timeout: 20_000 }).toBe(6);
    console.log(
      `six entries of a killed browser stored ${Date.now() - healedAt} ms after the network came back`,
    );
    const stored = await recordedIn(page, session);
    expect(stored.map(({ kind, data }) => data.systolic ?? data.amountMg ?? data.text ?? kind)).toEqual([
      124,
      126,
      20,
      128,
      'breath slow',
      'I was doing my best with what I had',
    ]);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(6);
    for (const { happenedAt, recordedAt, context: told } of stored) {
      expect(Date.parse(happenedAt)).toBeLessThan(healedAt);
      expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(healedAt - 1_000);
      expect(told).toMatchObject({ offline: true, asOf: expect.any(String) });
    }
    expect(stored.map(({ happenedAt }) => happenedAt)).toEqual(
      stored.map(({ happenedAt }) => happenedAt).toSorted(),
    );
    await enterRoom(page, session);
    await seesRow(page, /Ketamine 20 mg IM.*recorded offline, checked against data as of/s);
    await expect(page.getByText('All saved')).toBeVisible();
  } finally {
    await tablet.remove();
  }
});

longTest(
  '[B3] two tabs of one person: entries of both go once, in the order in which they were recorded',
  async ({ browser }) => {
    const one = await signIn(browser, 'physician');
    const context = one.context();
    const { session, live } = await tabletInRoom(one);
    const two = await context.newPage();
    const liveOfTwo = await tapLiveLine(two);
    await enterRoom(two, session);
    await expect(two.getByText(/^Complete to #\d+$/)).toBeVisible();
    liveOfTwo.cut = true;
    await goOffline(context, live);
    for (const [at, page] of [one, two, one, two].entries()) {
      await type(page, `note ${at}`);
      await expect(kept(page, at + 1)).toBeVisible({ timeout: 20_000 });
    }
    await context.setOffline(false);
    for (const tap of [live, liveOfTwo]) tap.cut = false;
    await expect.poll(async () => (await recordedIn(one, session)).length, { timeout: 20_000 }).toBe(4);
    for (const page of [one, two]) await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
    const stored = await recordedIn(one, session);
    expect(stored.map(({ data }) => data.text)).toEqual(['note 0', 'note 1', 'note 2', 'note 3']);
  },
);

longTest(
  '[B8] storage that is cleared while something waits is told at once, and this page loses nothing',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const { session, live } = await tabletInRoom(page);
    await goOffline(page.context(), live);
    await type(page, 'kept in the page');
    await expect(kept(page, 1)).toBeVisible({ timeout: 20_000 });
    const cdp = await page.context().newCDPSession(page);
    const clearedMs = performance.now();
    await cdp.send('Storage.clearDataForOrigin', {
      origin: process.env.TANDEM_URL as string,
      storageTypes: 'indexeddb',
    });
    await expect(page.getByText(/This browser’s storage was cleared/)).toBeVisible();
    console.log(`a cleared storage told after ${Math.round(performance.now() - clearedMs)} ms`);
    await page.context().setOffline(false);
    live.cut = false;
    await seesRow(page, 'kept in the page');
    await expect.poll(async () => (await recordedIn(page, session)).length).toBe(1);
  },
);

longTest(
  '[A10] the login ends while offline, the device sleeps for three days: entries wait for their author and go once',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician', { ownLogin: true });
    const context = page.context();
    const { session, live } = await tabletInRoom(page);
    await goOffline(context, live);
    await type(page, '131/82 70 98');
    await type(page, 'written before the tablet went to sleep');
    await expect(kept(page, 2)).toBeVisible({ timeout: 20_000 });
    const url = process.env.TANDEM_URL as string;
    // While the tablet hears nothing its login is ended, and its PIN is another one.
    await page.request.post(`${url}/api/auth/sign-out`, { data: {} });
    await page.close();
    const later = await context.newPage();
    await later.clock.install({ time: Date.now() + 72 * 3_600_000 });
    await context.setOffline(false);
    await later.goto(url);
    await expect(later.getByText(/2 entries by .+ wait on this device\./)).toBeVisible();

    await fillSignIn(later, 'therapist');
    await later.getByRole('button', { name: /Therapist/ }).click();
    await expect(later.getByRole('dialog')).toContainText(/2 entries by .+ wait on this device\./);
    await later.getByRole('button', { name: 'Sign out' }).click();
    await expect(later.getByText(/2 entries by .+ wait on this device\./)).toBeVisible();
    expect(await recordedIn(await signIn(browser, 'nurse'), session)).toEqual([]);

    await fillSignIn(later, 'physician');
    await expect.poll(async () => (await recordedIn(later, session)).length, { timeout: 20_000 }).toBe(2);
    const stored = await recordedIn(later, session);
    expect(stored.map(({ data }) => data.systolic ?? data.text)).toEqual([
      131,
      'written before the tablet went to sleep',
    ]);
  },
);

longTest(
  'signing out waits until everything is sent or in a file; the file holds what was typed',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const context = page.context();
    const { session, live } = await tabletInRoom(page);
    // It is fetched ahead, so that it opens when there is no network.
    const fetched = () => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['kept-dialog', 'person-dialog'].every((part) => names.some((name) => name.includes(part)));
    };
    await expect.poll(() => page.evaluate(fetched)).toBe(true);
    await goOffline(context, live);
    await type(page, 'seen before the file was made');
    await expect(kept(page, 1)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: /Physician/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 entry is not saved yet');
    await page.getByRole('button', { name: 'Show' }).click();
    const list = page.getByRole('dialog', { name: 'Kept on this device' });
    await expect(list).toContainText('seen before the file was made');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      list.getByRole('button', { name: 'Export to a file' }).click(),
    ]);
    const { entries } = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(entries).toMatchObject([
      {
        sessionId: session.id,
        role: 'physician',
        entry: { kind: 'note', data: { text: 'seen before the file was made' } },
      },
    ]);
    await list.getByRole('button', { name: 'Close' }).click();
    await context.setOffline(false);
    live.cut = false;
    await page.keyboard.press('Escape');
    await seesRow(page, 'seen before the file was made');
    await expect(line(page)).toBeVisible();
  },
);
