import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { Look } from './axe.ts';
import { answerGate, enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const MINUTE = 60_000;
const lane = (page: Page) => page.locator('[data-lane="ketamine"][role="img"]');
const title = (page: Page) => page.getByText('Ketamine, estimate', { exact: true });

/** A room with a dose of nine minutes ago; the id of that dose. */
async function roomWithDose(page: Page): Promise<{ retract(): Promise<void> }> {
  const session = await makeSession(page);
  await startSession(page, session);
  const doseId = randomUUID();
  const append = async (kind: string, data: object, ms: number, id: string = randomUUID()) => {
    const entries = [{ id, kind, happenedAt: new Date(ms).toISOString(), data }];
    const url = `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`;
    const reply = await page.request.post(url, { data: { entries } });
    if (!reply.ok()) throw new Error(await reply.text());
  };
  const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
  // Nothing else is noticed here: a bar would take the lane its room.
  await answerGate(page, session, [], Date.now() - 12 * MINUTE);
  await append('vital-signs', { systolic: 124, diastolic: 78 }, Date.now() - 11 * MINUTE);
  await append('dose', dose, Date.now() - 9 * MINUTE, doseId);
  await enterRoom(page, session);
  return {
    retract: () =>
      append('retraction', { entryId: doseId, anyGiven: false, reason: 'Not given.' }, Date.now()),
  };
}

async function physicianOfCedar(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const data = { email: 'physician@cedar.test', password: 'tandem-demo' };
  const reply = await page.request.post(`${process.env.TANDEM_URL}/api/auth/sign-in/email`, { data });
  if (!reply.ok()) throw new Error(await reply.text());
  return page;
}

longTest(
  '[EST-8] a clinic that has it on sees a band with its disclaimer, gone with the dose; another sees none',
  async ({ browser }) => {
    const [page, there] = await Promise.all([signIn(browser, 'physician'), physicianOfCedar(browser)]);
    // Tall enough for every line of the lane, also below a notice of another room.
    await page.setViewportSize({ width: 1440, height: 1100 });
    const [{ retract }] = await Promise.all([roomWithDose(page), roomWithDose(there)]);

    await expect(title(page)).toBeVisible({ timeout: 10_000 });
    await expect(lane(page)).toHaveAccessibleName(
      /^Ketamine, estimate\. .*Ketamine given, 40 mg in 1 dose\.$/,
    );
    await expect(lane(page).locator('[data-half="past"] [data-band]')).toHaveAttribute('d', /^M.+Z$/);
    await expect(lane(page).locator('[data-half="ahead"] [data-band]')).toHaveAttribute('d', /^M.+Z$/);
    const said = page
      .locator('div')
      .filter({ has: title(page) })
      .last();
    await expect(said).toHaveText(/about \d+ to \d+ ng\/mL/);
    // [EST-13] no number of it but the two ends of the range and the dose.
    const words = (await said.locator('> p').allTextContents()).join(' ');
    expect(words.match(/\d+/g)).toEqual([expect.any(String), expect.any(String), '40']);

    // [EST-10] by keyboard: the button, the text, and away again with Esc.
    const ask = page.getByRole('button', { name: 'What is this?' });
    const about = page.getByText('Do not use for dosing, redosing, discharge or driving decisions.');
    await expect(about).toBeHidden();
    await ask.focus();
    await page.keyboard.press('Enter');
    await expect(about).toBeVisible();
    const look = new Look(page);
    await look.at('a room with the estimate and what it is not');
    look.expectNone();
    await page.keyboard.press('Escape');
    await expect(about).toBeHidden();

    await retract();
    await expect(title(page)).toHaveCount(0);
    await expect(lane(page).locator('[data-band]')).toHaveCount(0);
    await expect(lane(page)).toHaveAccessibleName(/No estimate: no ketamine was given\.$/);

    // As long as Harbor took: what comes later is there by now.
    await expect(lane(there)).toHaveAccessibleName('Ketamine given, 40 mg in 1 dose.');
    await there.getByRole('button', { name: 'View as table' }).click();
    await expect(there.getByRole('row').filter({ hasText: 'Ketamine 40 mg IM' })).toBeVisible();
    await expect(title(there)).toHaveCount(0);
  },
);

longTest(
  '[EST-8] an admin turns it off and on, with what it is not beside the choice',
  async ({ browser }) => {
    const page = await signIn(browser, 'admin');
    await page.getByRole('link', { name: 'Setup' }).click();
    const choice = page.getByRole('region', { name: 'Estimated concentration' });
    await expect(choice).toContainText('Do not use for dosing, redosing, discharge or driving decisions.');
    const [off, on] = [
      choice.getByRole('radio', { name: /^Off/ }),
      choice.getByRole('radio', { name: /^On/ }),
    ];
    const stands = async () => {
      const me = await page.request.get(`${process.env.TANDEM_URL}/api/me`);
      return ((await me.json()) as { clinic: { estimate: boolean } }).clinic.estimate;
    };
    await expect(on).toBeChecked();
    await off.click();
    await expect(choice.getByRole('status')).toHaveText(/^Saved/);
    expect(await stands()).toBe(false);
    await expect(off).toBeChecked();
    await on.click();
    await expect.poll(stands).toBe(true);
    await expect(on).toBeChecked();
  },
);
