import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { enterRoom, type MadeSession, makeSession, startSession } from './made-session.ts';
import { line, longTest, seesRow, signIn, test } from './people.ts';

const MINUTE = 60_000;
const button = (page: Page) => page.locator('header').getByRole('button', { name: /Emergency|Press again/ });
const panel = (page: Page) => page.locator('section[data-emergency]');
const alertBar = (page: Page) => page.getByRole('alert').filter({ hasText: 'Emergency declared' });

async function append({ request }: Page, { id }: MadeSession, ...entries: object[]): Promise<void> {
  const data = { entries: entries.map((entry) => ({ id: randomUUID(), ...entry })) };
  const reply = await request.post(`${process.env.TANDEM_URL}/api/sessions/${id}/entries`, { data });
  if (!reply.ok()) throw new Error(await reply.text());
}

const now = () => new Date().toISOString();
const stamp = (mark: string) => ({ kind: 'emergency', happenedAt: now(), data: { mark } });

async function declare(page: Page): Promise<void> {
  await button(page).click();
  await expect(panel(page)).toHaveCount(0);
  await button(page).click();
  await expect(panel(page)).toBeVisible();
}

/** The paper that lies over the room, as it comes out of the printer: how many sheets. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('[EMG-4] two presses declare an emergency, and the other screen says so at once', async ({
  browser,
}) => {
  const physician = await signIn(browser, 'physician');
  const session = await makeSession(physician);
  await startSession(physician, session);
  const therapist = await signIn(browser, 'therapist');
  for (const page of [physician, therapist]) await enterRoom(page, session);
  await declare(therapist);
  await expect(alertBar(physician)).toBeVisible();
  await expect(physician.getByRole('timer')).toHaveText(/^0:\d\d$/);
});

longTest(
  '[EMG-4] [HND-5] an emergency from each role, on each screen, and the page without a network',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * MINUTE).toISOString();
    await append(
      physician,
      session,
      { kind: 'vital-signs', happenedAt: at(6), data: { systolic: 124, diastolic: 78, spo2: 98 } },
      {
        kind: 'dose',
        happenedAt: at(5),
        data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
      },
    );
    await enterRoom(physician, session);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(therapist, session);
    const nurse = await signIn(browser, 'nurse');
    await enterRoom(nurse, session);

    // Two presses of a nurse; every other screen says so at once.
    await declare(nurse);
    for (const page of [physician, therapist]) {
      await expect(alertBar(page)).toBeVisible();
      await expect(page.getByRole('timer')).toHaveText(/^0:\d\d$/);
      await expect(panel(page)).toHaveCount(0);
    }
    // One press opens its keys while it runs; a tap is a stamp, with its time to the second.
    await button(therapist).click();
    await panel(therapist)
      .getByRole('button', { name: /^Oxygen/ })
      .click();
    await expect(panel(nurse).getByRole('button', { name: /^Oxygen/ })).toHaveText(/Oxygen\d\d:\d\d:\d\d/);
    const box = await panel(nurse)
      .getByRole('button', { name: /^Airway/ })
      .boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(64);
    await panel(nurse).getByLabel('Which drug').fill('Labetalol 10 mg IV');
    await panel(nurse).getByRole('button', { name: /^Drug/ }).click();
    await seesRow(physician, 'Drug: Labetalol 10 mg IV');
    await panel(nurse).getByRole('button', { name: /^Over/ }).click();
    await expect(alertBar(physician)).toHaveCount(0);

    // A therapist by the button; a physician by the keyboard, with the network off.
    await panel(therapist).getByRole('button', { name: 'Close' }).click();
    await declare(therapist);
    await expect(alertBar(physician)).toBeVisible();
    await append(physician, session, stamp('over'));
    await expect(alertBar(physician)).toHaveCount(0);
    await physician.context().setOffline(true);
    await line(physician).fill('!');
    await line(physician).press('Enter');
    await expect(panel(physician)).toHaveCount(0);
    await expect(physician.getByText('Press Enter again to declare an emergency.')).toBeVisible();
    await line(physician).press('Enter');
    await panel(physician)
      .getByRole('button', { name: /^Help called/ })
      .click();
    await expect(panel(physician)).toContainText(/Help called\d\d:\d\d:\d\d/);
    const openedMs = Date.now();
    await panel(physician).getByRole('button', { name: 'Hand-over page' }).click();
    const page = physician.getByRole('dialog', { name: 'Hand-over' });
    await expect(page).toContainText('Ketamine 40 mg IM');
    await expect(page).toContainText('BP 124/78 mmHg');
    await expect(page).toContainText('Help called');
    expect(Date.now() - openedMs).toBeLessThan(5_000);
    await physician.emulateMedia({ media: 'print' });
    await expect(physician.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    expect(await sheets(physician)).toBe(1);
    await physician.emulateMedia({ media: null });
    await physician.keyboard.press('Escape');
    await expect(panel(physician)).toBeVisible();
    // What was kept here arrives once there is a network again.
    await physician.context().setOffline(false);
    await expect(alertBar(nurse)).toBeVisible({ timeout: 15_000 });
    await expect(panel(nurse).getByRole('button', { name: /^Help called/ })).toHaveText(/\d\d:\d\d:\d\d/);
    await panel(physician).getByRole('button', { name: /^Over/ }).click();
    await panel(physician).getByRole('button', { name: 'Close' }).click();

    // Going home: answered here, seen there.
    await physician.getByRole('button', { name: 'Ready to go home?' }).click();
    const home = physician.getByRole('region', { name: 'Ready to go home?' });
    await expect(home).toContainText(/Not ready: \d+ things are missing/);
    await expect(home).toContainText(/5 of 120 min since the first dose/);
    const oriented = (of: Page) => of.getByRole('group', { name: 'Oriented to person, place and time' });
    await oriented(physician).getByRole('button', { name: 'Yes' }).click();
    await expect(oriented(physician).getByRole('button', { name: 'Yes' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await nurse.getByRole('button', { name: 'Ready to go home?' }).click();
    await expect(oriented(nurse).getByRole('button', { name: 'Yes' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(nurse.getByText('A physician answers this.')).toBeVisible();
    await physician
      .getByRole('group', { name: 'A responsible adult is here' })
      .getByRole('button', { name: 'Yes' })
      .click();
    await home.getByLabel('Name').fill('Ana Rivera');
    await home.getByRole('button', { name: 'Record' }).click();
    await physician.getByRole('button', { name: 'Going-home sheet' }).click();
    await expect(physician.getByRole('dialog', { name: 'Going home' })).toContainText('Ana Rivera');
    expect(await sheets(physician)).toBe(1);
    await physician.keyboard.press('Escape');

    // The end asks, names what is missing, and is never blocked.
    await physician.getByRole('button', { name: 'End session' }).click();
    const end = physician.getByRole('dialog');
    await expect(end.getByRole('button', { name: 'Observed long enough' })).toBeVisible();
    await expect(end.getByLabel('Who left with the client')).toHaveValue('Ana Rivera');
    await end.getByLabel('Why they leave now').fill('Wants to go');
    await end.getByRole('radio', { name: 'Left against advice' }).check();
    await end.getByRole('button', { name: 'End session' }).click();
    await seesRow(nurse, 'Ended: left against advice, left with Ana Rivera: Wants to go');
  },
);
