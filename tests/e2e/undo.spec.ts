import { expect, type Page } from '@playwright/test';
import { enterRunningRoom } from './made-session.ts';
import { ketamineGiven, line, log, longTest, seesRow, signIn, type } from './people.ts';

const bar = (page: Page) => page.getByRole('status').filter({ hasText: 'Undo' });

/** A dose inside every limit; the clock of the page stands still from here on, and goes on by hand. */
async function recordDose(page: Page, mg: number): Promise<void> {
  await type(page, `k ${mg} im`);
  await page.getByLabel('Amount again').fill(String(mg));
  await page.clock.pauseAt(new Date(await page.evaluate(() => Date.now() + 500)));
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(`${mg} mg`);
}

longTest(
  '[COR-10] 14 s after a dose Undo takes it back; at 16 s it is gone, and the log offers Amend',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    await page.clock.install();
    await enterRunningRoom(page);
    await type(page, '128/84 76 98');
    await seesRow(page, '128/84');

    await recordDose(page, 20);
    await page.clock.runFor(14_000);
    await bar(page).getByRole('button', { name: 'Undo' }).click();
    // Pressed in time: what it asks has none, and its part of the page comes by a clock that goes.
    await page.clock.resume();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await seesRow(page, /entered in error/i);
    await expect(ketamineGiven(page)).toContainText(/0 mg 0.00 mg\/kg.*1 dose entered in error/);
    await expect(page.getByText('All saved')).toBeVisible();

    await expect(line(page)).toBeVisible();
    await recordDose(page, 10);
    await page.clock.runFor(16_000);
    await expect(bar(page)).toHaveCount(0);
    await page.clock.resume();
    await expect(ketamineGiven(page)).toContainText(/10 mg/);
    await log(page)
      .getByRole('button', { name: /^Correct: .*10 mg/ })
      .click();
    await log(page).getByRole('button', { name: 'Amend', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Amend' })).toBeVisible();
  },
);
