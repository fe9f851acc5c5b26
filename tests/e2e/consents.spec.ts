import { expect, type Page } from '@playwright/test';
import { endSession, makeSession, startSession } from './made-session.ts';
import { line, longTest, signIn } from './people.ts';

const section = (page: Page) => page.getByRole('region', { name: 'Consents' });
const checkRow = (page: Page) =>
  page
    .getByRole('region', { name: 'Before the first dose' })
    .getByRole('listitem')
    .filter({ hasText: 'Consent is signed' });

/** From the client's page into the room, without loading the dashboard anew. */
async function openChecklist(page: Page): Promise<void> {
  await page.getByRole('main').locator('a[href*="/s/"]').first().click();
  await line(page).waitFor();
  await page.getByRole('button', { name: 'Checklist' }).click();
  await expect(checkRow(page)).toBeVisible();
}

longTest(
  'a consent is added, stands beside its row of the checklist, and is withdrawn',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    await page.goto(`${process.env.TANDEM_URL}/clients/${session.patientId}`);
    await expect(section(page)).toContainText('No consent recorded.');

    await section(page).getByRole('button', { name: 'Add consent' }).click();
    const form = section(page).getByRole('form');
    const [title, version, signedOn, expiresOn] = ['Form name', 'Version', 'Signed on', 'Expires on'].map(
      (label) => form.getByLabel(label, { exact: true }),
    ) as [Field, Field, Field, Field];
    await expect(title).toBeFocused();
    await title.fill('Ketamine treatment');
    await version.fill('3');
    const today = await signedOn.inputValue();
    await expiresOn.fill(daysAfter(today, -1));
    await expiresOn.press('Enter');
    await expect(form).toContainText('Expires on must not be before the day it was signed.');
    await expect(title).toHaveValue('Ketamine treatment');
    await expiresOn.fill(daysAfter(today, 10));
    await form.getByRole('button', { name: 'Record consent' }).click();
    await expect(section(page).getByRole('listitem')).toContainText(/^Ketamine treatment version 3/);
    await expect(section(page)).toContainText('Current, expires in 10 days');
    await expect(section(page).getByRole('button', { name: 'Add consent' })).toBeFocused();

    await openChecklist(page);
    await expect(checkRow(page)).toContainText(
      /Ketamine treatment, version 3, until \d\d-[A-Z][a-z]{2}-\d{4}/,
    );

    await page.goBack();
    await section(page).getByRole('button', { name: 'Withdraw Ketamine treatment, version 3' }).click();
    await page
      .getByRole('dialog', { name: 'Withdraw this consent?' })
      .getByRole('button', { name: 'Withdraw consent' })
      .click();
    await expect(section(page)).toContainText(/Withdrawn by .* on \d\d-[A-Z][a-z]{2}-\d{4}/);
    await expect(section(page).getByRole('button', { name: /^Withdraw/ })).toHaveCount(0);
    await openChecklist(page);
    await expect(checkRow(page)).not.toContainText('Ketamine treatment');
    await endSession(page, session);
  },
);

type Field = ReturnType<Page['getByLabel']>;

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
