import { expect, type Page } from '@playwright/test';
import { answerGate, enterRoom, makeSession, startSession } from './made-session.ts';
import { clientBanner, longTest, seesRow, signIn, test } from './people.ts';
import { enterByTouch, keypad, PHONE, TABLET, Taps, UPRIGHT } from './touch.ts';

async function runningOn(page: Page) {
  const session = await makeSession(page);
  await startSession(page, session);
  await answerGate(page, session);
  return session;
}

test('[PAD-10] a set is ten taps on a tablet, a ghost until it is recorded, and on another screen then', async ({
  browser,
}) => {
  const page = await signIn(browser, 'physician', { touch: TABLET });
  const session = await runningOn(page);
  await enterByTouch(page, session);
  const other = await signIn(browser, 'therapist');
  await enterRoom(other, session);

  const taps = new Taps(page);
  await taps.digits('148928897');
  await expect(page.getByTestId('ghost')).toBeVisible();
  await expect(other.getByTestId('writing')).toContainText('is entering vital signs');
  await taps.on(/^Record at/);
  expect(taps.count).toBeLessThanOrEqual(10);
  await seesRow(other, /148\/92.*HR 88.*97 %/);
  await expect(page.getByTestId('ghost')).toHaveCount(0);
  await expect(keypad(page).getByRole('button', { name: 'Systolic empty' })).toBeVisible();
});

longTest(
  '[PAD-2] [PAD-5] the keypad asks what the line asks, and drops nothing in silence',
  async ({ browser }) => {
    const page = await signIn(browser, 'nurse', { touch: TABLET });
    const physician = await signIn(browser, 'physician');
    const session = await runningOn(physician);
    await enterByTouch(page, session);
    await enterRoom(physician, session);
    const pad = keypad(page);
    const taps = new Taps(page);

    await taps.digits('0');
    await expect(pad).toContainText('0 was not taken. Systolic does not begin with 0.');
    await taps.digits('92148');
    await expect(pad).toContainText('Systolic is below diastolic. 148/92?');
    await expect(pad.getByRole('button', { name: /^Record at/ })).toBeDisabled();
    await taps.on('Change it');
    await expect(pad.getByRole('button', { name: 'Systolic 148' })).toBeVisible();
    await taps.on('HR empty');
    await taps.digits('8897');
    await taps.digits('5');
    await expect(pad).toContainText('5 was not taken. SpO₂ is complete.');
    await taps.on(/^RR/);
    await taps.digits('14');
    await taps.on(/^MOAA/);
    await taps.on(/^5 Readily/);
    await taps.on('Room air');
    await taps.on(/^Record at/);
    await seesRow(physician, /148\/92.*RR 14.*MOAA\/S 5.*room air/);

    // A jump over the last set: one press asks, the second one records it as checked.
    await taps.digits('188928897');
    await taps.on(/^Record at/);
    await expect(pad).toContainText('Systolic pressure 188, last was 148. Checked?');
    await taps.on('Record, checked');
    await seesRow(physician, /188\/92/);

    await taps.digits('1889297');
    await taps.digits('72');
    await expect(pad).toContainText('HR 97 and SpO₂ 72, or swapped?');
    await taps.on('It is so');
    await expect(pad.getByRole('button', { name: /^Record at/ })).toBeEnabled();
  },
);

longTest(
  '[PAD-8] [DEV-1] a dose: read back on a sheet beside name and plan, held or pressed twice',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician', { touch: TABLET });
    const session = await runningOn(page);
    await enterByTouch(page, session);
    const pad = keypad(page);
    const taps = new Taps(page);
    await taps.digits('12478');
    await taps.on(/^Record at/);
    await pad.getByRole('tab', { name: 'Dose' }).tap();
    await taps.digits('20');
    await pad.getByLabel('Site').selectOption('right deltoid');
    await taps.on('Read back');
    const sheet = page.getByRole('region', { name: 'Read back to record' });
    await expect(sheet).toContainText('20 mg');
    for (const seen of [
      clientBanner(page).getByRole('heading', { level: 1 }),
      page.getByText('Ketamine given', { exact: true }).first(),
    ])
      await expect(seen).toBeInViewport({ ratio: 1 });
    const given = page.getByText('Ketamine given', { exact: true }).first().locator('..');
    const hold = sheet.getByRole('button', { name: 'Hold to record' });
    await hold.tap();
    await expect(given).toContainText('none given yet');
    await sheet.getByRole('button', { name: /^Change/ }).tap();

    await pad.getByRole('tab', { name: 'More' }).tap();
    await taps.on('This device');
    const device = page.getByRole('dialog', { name: 'This device' });
    await device.getByLabel('Press twice instead of holding').check();
    await device.getByText('Left', { exact: true }).tap();
    await device.getByRole('button', { name: 'Done' }).tap();
    await page.reload();
    await pad.getByRole('tab', { name: 'Dose' }).tap();
    const box = await pad.boundingBox();
    expect(box?.x).toBe(0);
    await taps.digits('20');
    await taps.on('Read back');
    expect((await sheet.boundingBox())?.x, 'the sheet lies on the side of the hand').toBeLessThan(100);
    const twice = sheet.getByRole('button', { name: /^Press (twice|again) to record/ });
    await twice.tap();
    await expect(twice).toHaveText('Press again to record');
    await expect(async () => {
      await twice.tap({ timeout: 500 });
      await expect(sheet).toHaveCount(0, { timeout: 200 });
    }).toPass();
    await expect(given).toContainText('20 mg');
    const undo = await page.getByRole('status').filter({ hasText: 'Undo' }).boundingBox();
    expect(undo?.x, 'the undo lies beside the keys').toBeGreaterThanOrEqual(box?.width ?? 0);
  },
);

longTest(
  '[PAD-10] [DEV-1] upright in gloves, what is asked lies under no button; the focus on a pressure crosses nothing',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician', { touch: UPRIGHT });
    const { person } = await (await page.request.get('/api/me')).json();
    const choices = JSON.stringify({ people: { [person.id]: { gloves: true } } });
    await page.evaluate((kept) => localStorage.setItem('tandem.device', kept), choices);
    await enterByTouch(page, await runningOn(page));
    const pad = keypad(page);
    const taps = new Taps(page);
    await taps.digits('148929772');
    await expect(pad).toContainText('HR 97 and SpO₂ 72, or swapped?');
    await taps.on('It is so');
    await expect(pad.getByRole('button', { name: /^Record at/ })).toBeEnabled();

    await page.keyboard.press('Shift');
    const systolic = pad.getByRole('button', { name: 'Systolic 148' });
    await systolic.focus();
    const drawn = await systolic.evaluate((number) => {
      const field = number.closest('[data-lane]') as HTMLElement;
      const styles = [getComputedStyle(number), getComputedStyle(field, '::before')];
      return styles.map(({ outlineStyle }) => outlineStyle);
    });
    expect(drawn, 'around the whole field, not through the name over its first number').toEqual([
      'none',
      'solid',
    ]);
  },
);

longTest(
  '[PAD-10] under many notices every key of the keypad is reached, and none lies under another',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician', { touch: { width: TABLET.width, height: 600 } });
    await enterByTouch(page, await runningOn(page));
    const pad = keypad(page);
    const taps = new Taps(page);
    for (const tab of ['Vitals', 'Dose']) {
      await pad.getByRole('tab', { name: tab }).tap();
      await taps.digits('1472580');
    }
    await expect(pad.getByRole('button', { name: 'Read back' })).toBeVisible();
  },
);

longTest(
  'a phone: the keys come with the value that is touched, and all lanes with a tap',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician', { touch: PHONE });
    const session = await runningOn(page);
    await enterByTouch(page, session);
    const pad = keypad(page);
    await expect(pad.getByRole('button', { name: '7', exact: true })).toBeHidden();
    const focused = page.locator('main:focus-visible');
    await expect(focused, 'no frame around a page that is touched').toHaveCSS('outline-style', 'none');
    const taps = new Taps(page);
    await taps.on('Systolic empty');
    await taps.digits('148928897');
    await taps.on(/^Record at/);
    await expect(page.getByRole('article').filter({ hasText: '148/92' }).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /^Heart rate/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'All lanes, full screen' }).tap();
    await expect(page.getByRole('img', { name: /^Heart rate/ }).first()).toBeVisible();
    await expect(clientBanner(page).getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Close the lanes' }).tap();
    await expect(pad).toBeVisible();
  },
);
