import { expect, type Page } from '@playwright/test';
import { addClient, log, longTest, openRoom, planSession, seesRow, signIn, test, type } from './people.ts';

/** Corrects the entry recorded last, by its key. */
async function amendLast(page: Page, field: string, value: string): Promise<void> {
  await page.keyboard.press('ArrowUp');
  const amend = page.getByRole('region', { name: 'Amend' });
  await amend.getByLabel(field).fill(value);
  await amend.getByLabel('Reason').fill('mistyped');
  await page.keyboard.press('Enter');
  await expect(amend).toHaveCount(0);
}

async function endAs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End session' }).click();
  await page.getByRole('radio', { name: 'Completed' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await expect(page.getByText(/^Ended .*completed/)).toBeVisible();
}

test('a therapist plans, starts, records, amends and ends; a note is theirs, and no dose', async ({
  browser,
}) => {
  const page = await signIn(browser, 'therapist');
  const client = await addClient(page);
  await planSession(page, client);
  await openRoom(page, client);
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'End session' }).waitFor();
  await expect(page.getByRole('button', { name: /^Dose/ })).toHaveCount(0);
  await type(page, 'Hand on chest, breth slower');
  await seesRow(page, 'breth slower');
  await amendLast(page, 'Note', 'Hand on chest, breath slower');
  await seesRow(page, /breath slower.*amended \d\d:\d\d.*breth slower.*mistyped/s);
  // What looks like a pressure is still a note for a therapist.
  await type(page, '148/92 88 97');
  await expect(log(page).getByRole('article').filter({ hasText: 'MAP' })).toHaveCount(0);
  await endAs(page);
  await expect(page.getByRole('link', { name: 'Report and sign' })).toBeVisible();
});

longTest(
  'a nurse plans, records and amends in a session that the physician starts and ends',
  async ({ browser }) => {
    const nurse = await signIn(browser, 'nurse');
    const client = await addClient(nurse);
    await planSession(nurse, client);
    await openRoom(nurse, client);
    await expect(nurse.getByRole('button', { name: 'Start session' })).toHaveCount(0);
    const physician = await signIn(browser, 'physician');
    await openRoom(physician, client);
    await physician.getByRole('button', { name: 'Start session' }).click();
    await type(nurse, '164/90 88 97');
    await seesRow(physician, '164/90');
    await amendLast(nurse, 'Systolic', '146');
    await seesRow(physician, /146\/90.*amended \d\d:\d\d.*164\/90.*mistyped/s);
    // The notice that the wrong value raised is gone with it, on both screens.
    for (const page of [nurse, physician])
      await expect(page.getByRole('region', { name: 'Notices', exact: true })).toHaveCount(0);
    await expect(nurse.getByRole('button', { name: 'End session' })).toHaveCount(0);
    await endAs(physician);
    await expect(nurse.getByText(/^Ended .*completed/)).toBeVisible();
  },
);
