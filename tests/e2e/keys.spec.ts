import { expect, type Page } from '@playwright/test';
import { CountedKeys } from './counted-keys.ts';
import { enterRunningRoom } from './made-session.ts';
import { ketamineGiven, line, log, seesRow, signIn, test } from './people.ts';

const ghost = (page: Page) => page.getByTestId('ghost');
const marks = (page: Page) => page.locator('[data-lane="blood-pressure"] [data-reading]');
const readBack = (page: Page) => page.getByRole('region', { name: 'Read back to record' });
const doses = (page: Page) => log(page).locator('article[data-kind="dose"]');

/** As a key that somebody rests a hand on. */
async function hold(page: Page, key: string, repeats: number): Promise<void> {
  for (let at = 0; at <= repeats; at += 1) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

/** Ten times and held, in the line, in the read-back of a dose inside every limit and on its button. */
async function noDoseByEnterAlone(page: Page): Promise<void> {
  await line(page).fill('k 20 im');
  for (let at = 0; at < 10; at += 1) await page.keyboard.press('Enter');
  await hold(page, 'Enter', 30);
  await expect(readBack(page)).toBeVisible();
  // The button wants to be held, by a pointer or the space bar.
  await readBack(page).getByRole('button', { name: 'Hold to record', exact: true }).focus();
  for (let at = 0; at < 10; at += 1) await page.keyboard.press('Enter');
  await hold(page, 'Enter', 30);
  await page.keyboard.press('Space');
  await expect(readBack(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line(page)).toBeFocused();
  await line(page).fill('');
  await expect(page.getByText('All saved')).toBeVisible();
  await expect(doses(page)).toHaveCount(0);
  await expect(ketamineGiven(page)).not.toContainText('20 mg');
}

test('vitals, a dose and a note in as many keys as were promised; no dose by Enter alone', async ({
  browser,
}) => {
  const page = await signIn(browser, 'physician');
  await enterRunningRoom(page);
  const keys = new CountedKeys(page);

  await keys.type('148/92 88 97');
  await expect(ghost(page)).toBeVisible();
  await expect(marks(page)).toHaveCount(0);
  await keys.press('Enter');
  await seesRow(page, '148/92');
  await expect(marks(page)).toHaveCount(1);
  await expect(ghost(page)).toHaveCount(0);
  const vitals = keys.taken();

  // Inside the hold column: what stands against a dose costs more keys.
  await page.keyboard.type('128/84 76 98');
  await page.keyboard.press('Enter');
  await seesRow(page, '128/84');
  await noDoseByEnterAlone(page);
  await keys.type('k 20 im');
  await keys.press('Enter');
  await expect(readBack(page)).toContainText('20 mg');
  await keys.type('20');
  await keys.press('Enter');
  await seesRow(page, 'Ketamine 20 mg IM');
  const dose = keys.taken();

  const noted = 'breath slow, hands open';
  await keys.type(noted);
  await keys.press('Enter');
  await seesRow(page, noted);
  const note = keys.taken() - noted.length;

  console.log(`keys: vitals ${vitals}, dose ${dose}, note ${note}`);
  expect(vitals).toBeLessThanOrEqual(13);
  expect(dose).toBeLessThanOrEqual(11);
  expect(note).toBeLessThanOrEqual(2);

  // Undo in the line takes back typing alone.
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('Control+z');
  await page.keyboard.type('no');
  await page.keyboard.press('Control+z');
  await expect(line(page)).not.toHaveValue('no');
  await expect(ketamineGiven(page)).toContainText('20 mg');
  await expect(doses(page)).toHaveCount(1);

  // A large step asks to be entered again: an Enter that is still held is no answer.
  await line(page).fill('190/120 88 97');
  await hold(page, 'Enter', 30);
  await expect(page.getByText(/Enter again records it as typed/)).toBeVisible();
  await expect(marks(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(marks(page)).toHaveCount(3);
});
