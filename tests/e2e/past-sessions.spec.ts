import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { longTest, signIn } from './people.ts';

longTest(
  '[PST-2, PST-8, PST-9] a lead finds, walks by keys, looks, keeps a view and copies what is filtered',
  async ({ browser }) => {
    const page = await signIn(browser, 'lead');
    await page.goto('/sessions');
    const rows = page.locator('[data-row]');
    await expect(rows.first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'In figures' })).toContainText(/\d+ of \d+ reach 160/);

    const total = page.getByRole('heading', { level: 1 });
    const before = await total.textContent();
    await page.getByLabel('Notices').selectOption('high');
    await expect(total).not.toHaveText(before ?? '');
    const high = Number(/(\d+) sessions?/.exec((await total.textContent()) ?? '')?.[1]);
    expect(high).toBeGreaterThan(0);

    // K and J walk the rows, the preview follows, and what is looked at is drawn once somebody stays.
    await page.keyboard.press('j');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(rows.first()).toBeFocused();
    const preview = page.getByRole('complementary', { name: 'Preview' });
    await expect(preview.getByRole('heading')).toHaveText((await rows.first().textContent()) ?? '');
    await expect(preview.getByRole('img', { name: /mmHg|pressure/i })).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export/ }).click();
    const file = await readFile((await (await download).path()) as string, 'utf8');
    expect(file.trim().split('\r\n')).toHaveLength(high + 1);
    await expect(page.getByText(`${high} sessions exported.`, { exact: false })).toBeVisible();

    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('button', { name: 'Clear notices: High' }).click();
    await expect(total).toHaveText(before ?? '');
    await page.reload();
    await page.getByRole('button', { name: 'Last 90 days · Notices: High', exact: true }).click();
    await expect(total).toContainText(String(high));

    // Nothing matches: each filter is a way out.
    await page.getByRole('searchbox').fill('zeppelin over the harbour');
    await expect(page.getByText('No sessions match.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear client: zeppelin over the harbour?' }).click();
    await expect(rows.first()).toBeVisible();
    await rows.first().focus();
    await page.keyboard.press('r');
    await expect(page).toHaveURL(/\/s\/[0-9a-f-]{36}\/replay$/);
  },
);
