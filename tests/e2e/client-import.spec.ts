import { expect } from '@playwright/test';
import { longTest, signIn } from './people.ts';

longTest(
  '[IMP-7] [IMP-5] a file is looked at, added and then known: rows that cannot be read say why',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const name = `Import${Date.now().toString(36)}`;
    const file = (text: string) => ({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    const csv = `Nachname;Vorname;Geburtsdatum;Allergien\n${name};Maya;14.03.1987;\n${name};Ana;31.02.1988;Latex\n`;
    await page.getByRole('link', { name: 'Clients', exact: true }).click();
    await page.getByRole('link', { name: 'Import from a file' }).click();
    await page.getByLabel('Choose a file').setInputFiles(file(csv));
    await expect(page.getByRole('status')).toHaveText('In clients.csv: 1 client would be added');
    await expect(page.getByRole('region', { name: 'Cannot be read: 1' })).toContainText(
      /3\s*Birth date “31\.02\.1988” is no day/,
    );
    await expect(page.getByRole('region', { name: 'Would be added: 1' })).toContainText('Not asked');
    await page.getByRole('button', { name: 'Add 1 client' }).click();
    await expect(page.getByRole('status')).toContainText('1 client added.');
    await page.getByLabel('Choose another file').setInputFiles(file(csv.replace('31.02', '28.02')));
    await expect(page.getByRole('region', { name: 'There already: 1' })).toContainText('Same names');
    await expect(page.getByRole('button', { name: 'Add 1 client' })).toBeVisible();
    await page.getByRole('link', { name: 'Clients', exact: true }).first().click();
    await page.getByRole('searchbox', { name: 'Find client' }).fill(name);
    await expect(page.getByRole('row').filter({ hasText: name.toUpperCase() })).toHaveCount(1);
  },
);
