import { expect } from '@playwright/test';
import { line, log, longTest, signIn, test, type } from './people.ts';

longTest(
  '[DRL-1] [DRL-2] [DRL-10] a drill is started, cuts the line of its room, goes on being recorded, and is scored for it',
  async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, 'physician');
    await page.goto(`${process.env.TANDEM_URL}/drills`);
    await page.getByRole('radio', { name: /Dropped network/ }).check();
    await page.getByRole('radio', { name: '×4' }).check({ force: true });
    await page.getByRole('combobox', { name: 'Jonas Lindqvist' }).selectOption('therapist');
    await page.getByRole('button', { name: 'Start the drill' }).click();

    await line(page).waitFor();
    await expect(page.getByText('Training: nothing here is real.')).toBeVisible();
    await expect(log(page)).toContainText('124/78');
    const cut = page.getByText(/The drill has cut the line of this device/);
    await expect(cut).toBeVisible({ timeout: 40_000 });
    await page.getByText(/^Not current since/).waitFor({ timeout: 20_000 });
    // Nothing comes through: not to this page, and not from it.
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await type(page, '142/88 84 97');
    await expect(log(page)).toContainText('142/88');
    await expect(cut).toBeHidden({ timeout: 60_000 });
    await expect(page.getByText('All saved')).toBeVisible({ timeout: 30_000 });
    expect(asked.filter((url) => url.includes('/entries'))).toHaveLength(1);
    await expect(log(page)).toContainText('recorded offline');
    await expect(log(page)).toContainText('The line is back', { timeout: 30_000 });
    await type(page, '138/84 80 98');

    await page.goto(`${process.env.TANDEM_URL}/drills`);
    await page.getByRole('link', { name: 'How it goes' }).click();
    const step = (what: string) => page.getByRole('listitem').filter({ hasText: what }).last();
    await expect(step('Somebody goes on recording')).toContainText('20 of 20');
    await expect(step('The set that was read during the cut')).toContainText('40 of 40');
    await expect(step('A set is recorded with the line back')).toContainText('25 of 25');
    await expect(step('The record says that the line was gone')).toContainText('0 of 15');
    await page.getByRole('button', { name: 'Stop the drill' }).click();
    await expect(page.getByText('Stopped before its end')).toBeVisible();
    await expect(page.getByText(/The record says that the line was gone: what was in the way/)).toBeVisible();

    // In no list of what waits.
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    const toSign = page.getByRole('region', { name: 'To sign' });
    await toSign.waitFor();
    await expect(toSign).not.toContainText('TRAINING, Robin');
    await page.goto(`${process.env.TANDEM_URL}/drills`);
    await expect(page.getByRole('row').filter({ hasText: 'Dropped network' })).toContainText('85 of 100');
  },
);
