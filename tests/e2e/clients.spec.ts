import { expect, type Locator, type Page } from '@playwright/test';
import { longTest, signIn, test } from './people.ts';

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly patient: { id: string; familyName: string; givenName: string; mrn: string } | null;
  readonly series: { number: number; of: number } | null;
}

/** What the demo has, asked as the page would. */
const sessionsOf = (page: Page, query: string) =>
  page.evaluate(async (text) => {
    const reply = await fetch(`/api/sessions?${text}`);
    return (await reply.json()).items as Listed[];
  }, query);

const finder = (page: Page) => page.getByRole('dialog', { name: 'Find a client' });

async function findByKeyboard(page: Page, typed: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await finder(page).getByRole('combobox').waitFor();
  await page.keyboard.type(typed);
  return finder(page).getByRole('option');
}

test('a client is found by keyboard, and two of one family name are told apart', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  const same = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/patients')).json();
    return items.filter((one: { familyName: string }) => one.familyName === 'Þokudal').length as number;
  });
  expect(same).toBeGreaterThan(1);
  const found = await findByKeyboard(page, 'thokudal');
  await expect(found).toHaveCount(same);
  await expect(finder(page).getByRole('status')).toContainText(`${same} clients are called ÞOKUDAL`);
  // Given name, birth date and MRN at one size: what tells them apart is no small print.
  for (const option of await found.all()) {
    await expect(option).toContainText(/ÞOKUDAL, \S+\d\d-[A-Z][a-z]{2}-\d{4} \(\d+y\)DEMO-\d{4}/);
    const sizes = await option.evaluate((row) =>
      [...row.children].map((part) => getComputedStyle(part).fontSize),
    );
    expect(new Set(sizes).size, sizes.join(' ')).toBe(1);
  }
  const second = (await found.nth(1).locator('strong').textContent()) as string;
  await page.keyboard.press('ArrowDown');
  await expect(found.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
  expect(page.url()).toMatch(/\/clients\/[0-9a-f-]{36}$/);

  // Whom one had open stands first, before anything is typed and among those that match.
  const again = await findByKeyboard(page, '');
  await expect(again.first()).toContainText(second);
  await expect(again.first()).toContainText('Opened lately');
  await page.keyboard.type('thokudal');
  await expect(again.first()).toContainText(second);
  await page.keyboard.press('Escape');
  await expect(finder(page)).toHaveCount(0);
});

longTest(
  'a client’s page shows the series on one scale, and a session opens from it',
  async ({ browser }) => {
    const page = await signIn(browser, 'lead');
    const signed = (await sessionsOf(page, 'status=signed&limit=100')).find(
      ({ series }) => series !== null,
    ) as Listed;
    const { patient, series } = signed as {
      patient: NonNullable<Listed['patient']>;
      series: { number: number; of: number };
    };
    await (await findByKeyboard(page, patient.mrn)).first().waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `${patient.familyName.toLocaleUpperCase()}, ${patient.givenName}`,
    );
    await expect(page.getByText('40 to 200 mmHg')).toBeVisible();
    const row = page.getByRole('listitem').filter({ hasText: `Session ${series.number} of ${series.of}` });
    await expect(row.getByRole('img', { name: /^Blood pressure, \d+ readings/ })).toBeVisible();
    await expect(row).toContainText('Signed');
    await expect(row).toContainText('kg');
    await page.getByText('Table', { exact: true }).click();
    await expect(row.getByRole('cell', { name: /^\d+\/\d+$/ }).first()).toBeVisible();
    await row.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/s/${signed.id}$`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(patient.givenName);
  },
);

longTest(
  'a lead sees no running session on a client’s page, the physician its way in',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const [running] = (await sessionsOf(physician, 'status=in-progress')) as [Listed];
    const address = `${process.env.TANDEM_URL}/clients/${running.patient?.id}`;
    await physician.goto(address);
    await expect(physician.getByText(/In session since \d\d:\d\d/)).toBeVisible();
    const lead = await signIn(browser, 'lead');
    await lead.goto(address);
    await expect(lead.getByRole('heading', { name: 'Sessions' })).toBeVisible();
    await expect(lead.getByText(/In session/)).toHaveCount(0);
  },
);
