import { expect } from '@playwright/test';
import { enterRoom, enterRunningRoom, makeSession } from './made-session.ts';
import { line, log, seesRow, signIn, test, type } from './people.ts';

test('what cannot be recorded stays in the line, with a sentence that says what to change', async ({
  browser,
}) => {
  const page = await signIn(browser, 'physician');
  await enterRunningRoom(page);
  await seesRow(page, 'Started');
  const rows = await log(page).getByRole('article').count();
  const cases: [string, string][] = [
    ['k .5 im', 'Write 0.5'],
    ['k 5.0 im', 'Write 5'],
    ['k 1,5 im', 'Write 1.5'],
    ['k 40', 'Add the route'],
    ['92/148', 'Systolic is below diastolic. 148/92?'],
    ['148/', 'Not understood: `148/`. Add the lower number.'],
    ['o2 .5', 'Write 0.5'],
    ['1480/92', 'from 30 to 300 mmHg'],
    ['148/92 88', 'Write hr88 or 88%'],
    ['e nausea', 'Add the grade'],
  ];
  for (const [text, sentence] of cases) {
    await type(page, text);
    await expect(page.getByText(sentence).first(), text).toBeVisible();
    await expect(line(page)).toHaveValue(text);
  }
  expect(await log(page).getByRole('article').count()).toBe(rows);
  // A leftover word makes it a note, and the line says so before it is recorded.
  for (const text of ['148/92 and calm', 'hr88 by hand', 'calm, 148/92']) {
    await line(page).fill(text);
    await expect(page.getByText('Some of this was not understood as data, so it is a note.')).toBeVisible();
  }
  // Tab takes the suggestion over; nothing was swapped without it.
  await line(page).fill('92/148');
  await line(page).press('Tab');
  await expect(line(page)).toHaveValue('148/92');
});

test('a nurse is offered only what the server takes: notes of what was noticed', async ({ browser }) => {
  const nurse = await signIn(browser, 'nurse');
  await enterRoom(nurse, await makeSession(nurse));
  await type(nurse, '"I am here"');
  const row = log(nurse).getByRole('article').filter({ hasText: '"I am here"' });
  await expect(row).toBeVisible();
  await expect(nurse.getByText('All saved')).toBeVisible();
  await expect(nurse.getByText('Not stored.')).toHaveCount(0);
  await line(nurse).press('ArrowUp');
  const about = nurse.getByRole('region', { name: 'Amend' }).getByLabel('About').getByRole('option');
  await expect(about).toHaveText(['Noticed']);
});

test('a wrong password, a form that lacks something, a plan with a typing error', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(process.env.TANDEM_URL as string);
  await page.getByLabel('Email').fill('physician@harbor.test');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Email or password is not right.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('physician@harbor.test');
  await context.close();

  const physician = await signIn(browser, 'physician');
  await physician.getByRole('link', { name: 'Clients' }).click();
  await physician.getByRole('link', { name: 'Add client' }).click();
  await physician.getByLabel('Given name').fill('Maya');
  await physician.getByRole('button', { name: 'Add client' }).click();
  await expect(physician.getByLabel('Family name')).toHaveAttribute('aria-invalid', 'true');
  await expect(physician.getByLabel('Given name')).toHaveValue('Maya');
  await physician.getByRole('link', { name: 'Today', exact: true }).click();
  await physician.getByRole('link', { name: 'New session' }).click();
  await physician.getByRole('radio', { name: /DEMO-/ }).first().check();
  await physician.getByLabel('Weight kg').fill('68.0');
  await physician.getByRole('button', { name: 'Plan session' }).click();
  await expect(physician.getByLabel('Weight kg')).toHaveAttribute('aria-invalid', 'true');
  await expect(physician.getByLabel('Weight kg')).toHaveValue('68.0');
});

test('a lead sees that a session runs, not whose it is, and cannot open it', async ({ browser }) => {
  const lead = await signIn(browser, 'lead');
  await lead.getByRole('heading', { name: /Today/ }).waitFor();
  await expect(lead.getByText('Room 1').first()).toBeVisible();
  await expect(lead.getByText('ÞOKUDAL')).toHaveCount(0);
  const admin = await signIn(browser, 'admin');
  await expect(admin.getByRole('link', { name: 'Clients' })).toHaveCount(0);
});
