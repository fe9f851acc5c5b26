import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { longTest, signIn } from './people.ts';

longTest(
  '[PAP-1] forms on paper are made from Today, for a day that has not begun too',
  async ({ browser }) => {
    const page = await signIn(browser, 'nurse');
    await page.getByRole('button', { name: 'Print paper forms' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paper forms' });
    await dialog.getByLabel('Day').fill('2099-01-01');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Make the PDF' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('tandem-paper-2099-01-01.pdf');
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(dialog.getByRole('status')).toHaveText(
      'Made: an empty form. No session is planned on this day.',
    );
  },
);
