import { expect, type Page } from '@playwright/test';
import { OwnHouse } from './own-house.ts';
import { longTest, signIn, test } from './people.ts';

test.setTimeout(180_000);
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const save = (page: Page, name: string) => part(page, name).getByRole('button', { name: 'Save' });
const said = (page: Page, name: string) => part(page, name).getByRole('status');

longTest(
  '[CLN-1, CLN-2, CLN-3] an admin sets up the clinic: rooms, locking, retention, name, time zone and who reads a session',
  async ({ browser }) => {
    // Other tests plan in these rooms and tell times by this zone.
    const house = new OwnHouse();
    await house.start();
    try {
      const page = await signIn(browser, 'admin', { ownLogin: true });
      await page.getByRole('link', { name: 'Setup' }).click();
      await rooms(page);
      await locking(page);
      await retention(page);
      await facts(page);
      const team = part(page, 'Who reads a session');
      await team.getByRole('radio', { name: /^Only sessions/ }).check();
      await expect(team.getByRole('status')).toHaveText(/^Saved/);
      await page.reload();
      await expect(team.getByRole('radio', { name: /^Only sessions/ })).toBeChecked();
      await expect(part(page, 'Rooms').getByRole('listitem').first()).toContainText('Room 2');
      await expect(page.getByLabel('Name of the clinic')).toHaveValue('Harbor House');
    } finally {
      await house.remove();
    }
  },
);

async function rooms(page: Page): Promise<void> {
  const list = part(page, 'Rooms');
  await list.getByRole('button', { name: 'Add a room' }).click();
  await list.getByRole('button', { name: 'Add a room' }).click();
  await expect(list.getByText('Name of the room must not be empty.')).toBeVisible();
  await list.getByLabel('Name of the room').fill('room 1');
  await list.getByRole('button', { name: 'Add a room' }).click();
  await expect(list.getByText(/Another room has this name/)).toBeVisible();
  await expect(list.getByLabel('Name of the room')).toHaveValue('room 1');
  await list.getByLabel('Name of the room').fill('Garden');
  await list.getByRole('button', { name: 'Add a room' }).click();
  await expect(said(page, 'Rooms')).toHaveText('Garden added.');

  await list.getByRole('button', { name: 'Move Room 1 down' }).click();
  await expect(said(page, 'Rooms')).toHaveText('Room 1 is number 2 now.');
  await expect(list.getByRole('listitem').first()).toContainText('Room 2');

  await list.getByRole('button', { name: 'Rename Garden' }).click();
  await list.getByLabel('Name of the room').fill('Garden house');
  await list.getByRole('button', { name: 'Save' }).click();
  await expect(said(page, 'Rooms')).toHaveText('Renamed to Garden house.');

  await list.getByRole('button', { name: 'Retire Garden house' }).click();
  await expect(list).toContainText('Nothing is planned in Garden house any more.');
  await list.getByRole('button', { name: 'Retire it' }).click();
  await expect(said(page, 'Rooms')).toHaveText('Garden house retired.');
  await list.getByRole('button', { name: 'Use Garden house again' }).click();
  await expect(said(page, 'Rooms')).toHaveText('Garden house is in use again.');

  await list.getByRole('button', { name: 'Retire Room 1' }).click();
  await list.getByRole('button', { name: 'Retire it' }).click();
  await expect(list.getByText(/Move them to another room first/)).toBeVisible();
  await list.getByRole('button', { name: 'Back' }).click();
}

async function locking(page: Page): Promise<void> {
  await page.getByLabel('Minutes until a screen locks').fill('1');
  await page.getByLabel('Minutes in a room with a running session').fill('45');
  await save(page, 'Locking of screens').click();
  await expect(
    page.getByText('Minutes until a screen locks must be a whole number from 2 to 15.'),
  ).toBeVisible();
  await page.getByLabel('Minutes until a screen locks').fill('3');
  await save(page, 'Locking of screens').click();
  await expect(said(page, 'Locking of screens')).toHaveText(/^Saved/);
  // What is chosen is what locks.
  await page.evaluate(() => localStorage.setItem('tandem.used', String(Date.now() - 4 * 60_000)));
  const lock = page.getByRole('dialog', { name: 'Locked' });
  await lock.waitFor({ timeout: 40_000 });
  const byPassword = lock.getByRole('button', { name: 'Use the password' });
  if (await byPassword.isVisible()) await byPassword.click();
  await lock.getByRole('textbox', { name: 'Password' }).fill('tandem-demo');
  await lock.getByRole('button', { name: 'Unlock' }).click();
  await expect(lock).toHaveCount(0);
}

async function retention(page: Page): Promise<void> {
  const keeping = part(page, 'Keeping records');
  await expect(keeping).toContainText('Decided: kept for good.');
  await expect(keeping).toContainText('Tandem deletes nothing by it');
  await keeping.getByRole('radio', { name: /^For some years/ }).check();
  await keeping.getByRole('textbox', { name: 'Years' }).fill('ten');
  await save(page, 'Keeping records').click();
  await expect(keeping.getByText('Years must be a whole number from 1 to 100.')).toBeVisible();
  await keeping.getByRole('textbox', { name: 'Years' }).fill('10');
  await save(page, 'Keeping records').click();
  await expect(keeping).toContainText('Decided: kept for 10 years.');
}

async function facts(page: Page): Promise<void> {
  await page.getByLabel('Name of the clinic').fill('Harbor House');
  await page.getByLabel('Time zone').fill('Harbor time');
  await save(page, 'Name and time').click();
  await part(page, 'Name and time').getByRole('button', { name: 'Change the time zone' }).click();
  await expect(page.getByText(/must be a time zone by its name/)).toBeVisible();
  await page.getByLabel('Time zone').fill('Europe/Lisbon');
  await save(page, 'Name and time').click();
  await expect(part(page, 'Name and time')).toContainText('tells times by Europe/Lisbon');
  await part(page, 'Name and time').getByRole('button', { name: 'Change the time zone' }).click();
  await expect(said(page, 'Name and time')).toHaveText(/^Saved/);
}

test('[LAN-8] Setup says where tablets join, and that this computer serves none', async ({ browser }) => {
  const page = await signIn(browser, 'admin');
  await page.getByRole('link', { name: 'Setup' }).click();
  const tablets = page.getByRole('region', { name: 'Tablets' });
  await expect(tablets.getByText('Tandem is served on this computer alone.')).toBeVisible();
  await expect(tablets.getByRole('img')).toHaveCount(0);
  await tablets.getByRole('link', { name: 'Check this device' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/tablet-check$/);
});
