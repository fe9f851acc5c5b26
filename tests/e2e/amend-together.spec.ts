import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { log, longTest, seesRow, signIn, type } from './people.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Amend' });

async function openAmend(page: Page, row: string): Promise<void> {
  const more = log(page).getByRole('button', { name: new RegExp(`^Correct: .*${row}`) });
  // What can be done with a row stays open once it was asked for.
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  await log(page).getByRole('button', { name: 'Amend', exact: true }).click();
  await panel(page).getByLabel('Systolic').waitFor();
}

async function save(page: Page, reason: string): Promise<void> {
  await panel(page).getByLabel('Reason').fill(reason);
  await panel(page).getByRole('button', { name: 'Save correction' }).click();
}

longTest(
  '[COR-9] two who amend the same pressure see both versions; one goes on from theirs or puts their own on top',
  async ({ browser }) => {
    const amara = await signIn(browser, 'physician');
    const session = await makeSession(amara);
    await startSession(amara, session);
    await enterRoom(amara, session);
    await type(amara, '164/90 88 97');
    const theo = await signIn(browser, 'physician.two');
    const line = await tapLiveLine(theo);
    await enterRoom(theo, session);
    await seesRow(theo, '164/90');

    await openAmend(theo, '164/90');
    await panel(theo).getByLabel('Systolic').fill('154');
    await openAmend(amara, '164/90');
    await panel(amara).getByLabel('Systolic').fill('146');
    await panel(amara).getByLabel('Heart rate').fill('98');
    await save(amara, 'mistyped');

    const both = panel(theo).getByRole('table');
    await expect(panel(theo)).toContainText(/Amara changed this \d+ s ago/);
    await expect(panel(theo)).toContainText('Reason: mistyped');
    await expect(both.getByRole('row', { name: /Sys/ })).toHaveText(/146154$/);
    // A field that was left alone here follows: nobody's correction is taken back unseen.
    await expect(both.getByRole('row', { name: /HR/ })).toHaveText(/9898$/);
    await expect(panel(theo).getByLabel('Systolic')).toHaveValue('154');
    await save(theo, 'heard 154');
    await expect(panel(theo).getByText('Choose first:')).toBeVisible();
    await panel(theo).getByRole('button', { name: 'Go on from theirs' }).click();
    await expect(both).toHaveCount(0);
    await expect(panel(theo).getByLabel('Systolic')).toHaveValue('146');
    await panel(theo).getByRole('button', { name: 'Back to what you typed' }).click();
    await expect(panel(theo).getByLabel('Systolic')).toHaveValue('154');
    await expect(panel(theo).getByLabel('Heart rate')).toHaveValue('98');
    await panel(theo).getByRole('button', { name: 'Save correction' }).click();
    for (const page of [amara, theo]) await seesRow(page, /154\/90 · HR 98.*was.*164\/90.*was.*146\/90/s);

    // Neither hears of the other: the server refuses the second, and its card leads to the same two versions.
    await openAmend(theo, '154/90');
    await panel(theo).getByLabel('Systolic').fill('150');
    line.cut = true;
    await openAmend(amara, '154/90');
    await panel(amara).getByLabel('Systolic').fill('144');
    await save(amara, 'read again');
    await seesRow(amara, '144/90');
    await save(theo, 'heard 150');
    const refused = log(theo).getByRole('article').filter({ hasText: 'Not stored' });
    await expect(theo.getByRole('button', { name: 'See both' })).toBeVisible();
    line.cut = false;
    await expect(log(theo)).toContainText('144/90', { timeout: 30_000 });
    await theo.getByRole('button', { name: 'See both' }).click();
    await expect(refused).toHaveCount(0);
    await expect(both.getByRole('row', { name: /Sys/ })).toHaveText(/144150$/);
    await expect(panel(theo).getByLabel('Reason')).toHaveValue('heard 150');
    await panel(theo).getByRole('button', { name: 'Put yours on top' }).click();
    await panel(theo).getByRole('button', { name: 'Save correction' }).click();
    for (const page of [amara, theo]) await seesRow(page, /150\/90.*was.*144\/90/s);
  },
);
