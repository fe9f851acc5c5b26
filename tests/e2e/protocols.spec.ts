import { expect } from '@playwright/test';
import { longTest, signIn } from './people.ts';

longTest(
  'a physician makes a version, mends a wrong limit, reads what differs and confirms; a lead reads it',
  async ({ browser }) => {
    const name = `House ${Date.now().toString(36)}`;
    const page = await signIn(browser, 'physician');
    await page.getByRole('link', { name: 'Setup' }).click();
    await page.getByRole('link', { name: /protocols, with all their limits/ }).click();
    await page.getByRole('link', { name: /^IM ketamine version 1/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('IM ketamine version 1');
    const limits = page.getByRole('region', { name: 'Limits' });
    await expect(limits.getByRole('row', { name: /Systolic pressure/ })).toContainText('from 160');
    await expect(limits.getByRole('row', { name: /Systolic pressure/ })).toContainText('default');
    await page.getByRole('link', { name: 'New version' }).click();

    const medium = page.getByLabel('Systolic pressure, Medium, upper, mmHg');
    const ceiling = page.getByLabel('Ceiling by weight, mg/kg');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await ceiling.fill('1.2');
    await medium.fill('185');
    await page.getByRole('button', { name: 'Save version' }).click();
    await expect(
      page.getByText('Systolic pressure, Medium, upper must be below the High limit of 180 mmHg.'),
    ).toBeVisible();
    await expect(medium).toBeFocused();
    await expect(ceiling).toHaveValue('1.2');

    // A way out of the page asks first, and nothing that was typed is lost.
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await expect(medium).toHaveValue('185');
    await medium.fill('150');
    await page.getByRole('button', { name: 'Save version' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} version 1`);
    await expect(page.getByText('Draft, not confirmed')).toBeVisible();

    await page.getByRole('button', { name: 'Confirm this version' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm these limits?' });
    await expect(dialog).toContainText('These are the limits that Tandem will notice against.');
    const changed = dialog.locator('dl > div');
    await expect(changed).toHaveText([
      'Ceiling by weight1.5 → 1.2 mg/kg',
      'Systolic pressure, Medium, upperfrom 160 mmHg → from 150 mmHg',
    ]);
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(page.getByText(/^Confirmed by Dr Amara Okafor on \d\d-[A-Z][a-z]{2}-\d{4}$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Confirm this version' })).toHaveCount(0);

    const lead = await signIn(browser, 'lead');
    await lead.getByRole('link', { name: 'Setup' }).click();
    await lead.getByRole('link', { name: /protocols, with all their limits/ }).click();
    const row = lead.getByRole('listitem').filter({ hasText: name });
    await expect(row).toContainText('Confirmed by Dr Amara Okafor');
    await lead.getByRole('link', { name: /^Subcutaneous/ }).click();
    await expect(lead.getByRole('link', { name: 'New version' })).toBeVisible();
    await expect(lead.getByRole('button', { name: 'Confirm this version' })).toHaveCount(0);
  },
);
