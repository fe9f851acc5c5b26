import { Look } from './axe.ts';
import { enterRoom, makeSession } from './made-session.ts';
import { fillSignIn, line, log, longTest, seesRow, test, type } from './people.ts';

test.setTimeout(process.env.TANDEM_TEST_SIZE === 'long' ? 180_000 : 90_000);

test('no serious or moderate issue on any screen, in the light and the dim theme', async ({ browser }) => {
  // Without the fade between the themes: half-way through it no colour is one of ours.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const look = new Look(page);
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
  const dialog = page.getByRole('dialog');

  await page.goto(process.env.TANDEM_URL as string);
  await page.getByLabel('Email').waitFor();
  await look.at('sign-in');
  await fillSignIn(page, 'physician');
  await heading(/Today/).waitFor();
  await page.getByRole('region', { name: 'In session now' }).getByRole('listitem').first().waitFor();
  await look.at('Today');
  await page.keyboard.press('Control+k');
  await dialog.getByRole('option').first().waitFor();
  await look.at('find client');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await dialog.waitFor();
  await look.at('all keys');
  await page.keyboard.press('Escape');

  await link('Round').click();
  await page.getByRole('list', { name: 'Sessions in progress' }).waitFor();
  await look.at('round');
  await link('Today').click();
  await link('Plan the day').click();
  await page.getByText('Room 1').first().waitFor();
  await look.at('day');
  await link('Clients').click();
  await heading('Clients').waitFor();
  await look.at('clients');
  await link(/KRISHNAMURTHY, Priya/).click();
  await heading(/KRISHNAMURTHY/).waitFor();
  await look.at('client');
  await link('Clients').click();
  await link('Add client').click();
  await page.getByLabel('Family name').waitFor();
  await look.at('new client');
  await link('Sessions').click();
  await heading('Sessions').waitFor();
  await look.at('sessions');
  await page.getByRole('row').filter({ hasText: 'Signed' }).getByRole('link').first().click();
  await log(page).getByRole('article').first().waitFor();
  await look.at('signed session');
  await link('Today').click();
  await link('New session').click();
  await page.getByLabel('Find client').waitFor();
  await look.at('new session');
  await link('Setup').click();
  await heading('Setup').waitFor();
  await look.at('setup');
  await link('Protocols').click();
  await heading('Protocols').waitFor();
  await look.at('protocols');
  await page
    .getByRole('link', { name: /^IM ketamine/ })
    .first()
    .click();
  await heading(/IM ketamine/).waitFor();
  await look.at('protocol');

  const session = await makeSession(page);
  await enterRoom(page, session);
  await look.at('room, planned');
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'End session' }).waitFor();
  await type(page, '148/92 88 97');
  await type(page, '"open hands');
  await seesRow(page, 'open hands');
  await look.at('room, running');
  await page.getByRole('button', { name: 'Scales' }).click();
  await page.getByRole('radio', { name: /^5 Readily/ }).check({ force: true });
  await look.at('scales, one level');
  await page.getByText('Aldrete', { exact: true }).click();
  await page.getByRole('button', { name: 'Record' }).click();
  await look.at('scales, something missing');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Event form' }).click();
  await page.getByLabel('Event', { exact: true }).fill('fall');
  await page.keyboard.press('Enter');
  await look.at('adverse event');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Not taken' }).click();
  await page.getByRole('radio', { name: 'Deferred' }).check();
  await look.at('vital signs not taken');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Checklist' }).click();
  await page.getByRole('region', { name: 'Before the first dose' }).waitFor();
  await look.at('checklist');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Infusion', exact: true }).click();
  await look.at('infusion');
  await page.keyboard.press('Escape');
  await type(page, 'k 20 im');
  await look.at('read-back');
  await page.keyboard.press('Escape');
  await line(page).fill('');
  await line(page).press('ArrowUp');
  await page.getByRole('region', { name: 'Amend' }).waitFor();
  await look.at('amend');
  await page.keyboard.press('Escape');
  const row = log(page).getByRole('article').filter({ hasText: 'open hands' });
  await row.getByRole('button', { name: /^Correct/ }).click();
  await row.getByRole('button', { name: 'Entered in error' }).click();
  await page.getByRole('region', { name: 'Entered in error' }).waitFor();
  await look.at('retract');
  await page.keyboard.press('Escape');
  const emergency = page.locator('header').getByRole('button', { name: /Emergency|Press again/ });
  await emergency.click();
  await emergency.click();
  await page.getByRole('button', { name: /^Help called/ }).waitFor();
  await look.at('emergency');
  await page.getByRole('button', { name: 'Hand-over page' }).click();
  await dialog.waitFor();
  await look.atPaper('hand-over page');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End session' }).click();
  await look.at('end');
  await page.getByRole('radio', { name: 'Completed' }).check();
  await dialog.getByRole('button', { name: 'End session' }).click();
  await page.getByRole('link', { name: 'Report and sign' }).click();
  await page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
  await look.at('report');
  look.expectNone();
  await context.close();
});

longTest('no serious or moderate issue on the health page, which lead and admin see', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const look = new Look(page);
  await page.goto(process.env.TANDEM_URL as string);
  await fillSignIn(page, 'lead');
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('link', { name: 'Database, backups, server' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Answers, and saves' }).waitFor();
  // Once in each theme: the red of a row is nowhere else.
  await look.at('health');
  await look.at('health');
  look.expectNone();
  await context.close();
});
