import { expect, type Locator, type Page } from '@playwright/test';
import { addClient, type Client, longTest, signIn, test } from './people.ts';

/** A weekday far enough ahead that nothing of the demo stands on it; each test has its own. */
const days = { slot: '2031-03-04', series: '2031-03-05', conflict: '2031-03-06', device: '2031-03-07' };

const name = ({ familyName, givenName }: Client) => `${familyName.toUpperCase()}, ${givenName}`;
const block = (page: Page, client: Client): Locator =>
  page.getByRole('button', { name: new RegExp(`to .*, ${name(client)}`) });

async function goTo(page: Page, day: string): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).first().click();
  await page.getByRole('link', { name: 'Plan the day' }).click();
  await page.getByLabel('Date').fill(day);
  await expect(page).toHaveURL(new RegExp(day));
}

/** From the day view, by keyboard alone: the ground of a room, down to the slot, Enter, client, Enter. */
async function planByKeyboard(page: Page, client: Client, room: string, slotsDown: number): Promise<void> {
  await page
    .getByRole('region', { name: room })
    .getByRole('button', { name: /^Plan at/ })
    .focus();
  for (let slot = 0; slot < slotsDown; slot += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Find client').fill(client.familyName.toLowerCase());
  await page.getByRole('radio', { name: new RegExp(name(client)) }).check();
}

longTest(
  '[DAY-10] a day is planned from a slot, moved by keyboard and by mouse, undone and cancelled',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const client = await addClient(page);
    await goTo(page, days.slot);
    await planByKeyboard(page, client, 'Room 2', 4);
    await expect(page.getByText('No other session is in the way.')).toBeVisible();
    await page.getByRole('button', { name: 'Plan session' }).click();
    await expect(page).toHaveURL(new RegExp(days.slot));
    const room = (number: number) => page.getByRole('region', { name: `Room ${number}` });
    await expect(room(2).getByRole('button', { name: /^10:00 to 12:00, / })).toBeVisible();

    // By keyboard: the block, its dialog, another time and room.
    await block(page, client).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move…' }).press('Enter');
    await page.getByLabel('Time').fill('14:30');
    await page.getByRole('dialog').getByLabel('Room').selectOption({ label: 'Room 3' });
    await page.getByLabel('Time').press('Enter');
    await expect(page.getByText('Moved to 14:30, Room 3.')).toBeVisible();
    await expect(room(3).getByRole('button', { name: /^14:30 to 16:30, / })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Moved back to 10:00, Room 2.')).toBeVisible();
    await expect(room(2).getByRole('button', { name: /^10:00 to 12:00, / })).toBeVisible();

    // By mouse, 33 px down: half an hour later, in the room beside it.
    const from = await block(page, client).boundingBox();
    const to = await room(1).boundingBox();
    if (from === null || to === null) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 30, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, from.y + 40, { steps: 3 });
    await page.mouse.move(to.x + 60, from.y + 20 + 33, { steps: 3 });
    await page.mouse.up();
    await expect(page.getByText('Moved to 10:30, Room 1.')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(room(1).getByRole('button', { name: /^10:30 to 12:30, / })).toBeVisible();

    await block(page, client).click();
    await page.getByRole('button', { name: 'Cancel session' }).click();
    await page.getByLabel('Reason').fill('Client is ill');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel session' }).click();
    await expect(room(1).getByRole('button', { name: /Cancelled/ })).toBeVisible();
  },
);

longTest('[DAY-6] what is in the way is said before it is planned and after', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  const [first, second] = [await addClient(page), await addClient(page, 'Keiko')];
  await goTo(page, days.conflict);
  await planByKeyboard(page, first, 'Room 2', 4);
  await page.getByRole('button', { name: 'Plan session' }).click();
  await expect(block(page, first)).toBeVisible();
  await planByKeyboard(page, second, 'Room 2', 2);
  const sentence = `Room 2 is taken 10:00 to 12:00 by ${name(first)}.`;
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'Plan session' }).click();
  await expect(page.getByRole('list', { name: 'In the way' })).toContainText('Room 2 is taken');
  await expect(block(page, second)).toHaveAccessibleName(/In the way of another session/);
});

longTest('[SER-5] a series of three is planned in one go and taken back in one', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  const client = await addClient(page);
  await goTo(page, days.series);
  await planByKeyboard(page, client, 'Room 2', 4);
  await page.getByLabel('Sessions', { exact: true }).fill('3');
  await page.getByLabel('Every').fill('3');
  await page.getByLabel('Days or weeks').selectOption('days');
  await expect(page.getByText('On a weekend.')).toBeVisible();
  await page.getByLabel('Session 2 of 3').fill('2031-03-10');
  await expect(page.getByText('On a weekend.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Plan 3 sessions' }).click();
  await expect(page.getByText('Planned 3 sessions.')).toBeVisible();

  const other = await signIn(browser, 'therapist');
  await goTo(other, '2031-03-10');
  await expect(block(other, client)).toHaveAccessibleName(/Session 2 of 3/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Cancel 3 sessions' }).click();
  await expect(page.getByText('Cancelled 3 sessions.')).toBeVisible();
  await expect(block(other, client)).toHaveAccessibleName(/Cancelled/);
});

test('[DEV-1] a device that stands in a room says so', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('radio', { name: 'This device stands in Room 2' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'This device stands in Room 2' })).toBeChecked();
  await goTo(page, days.device);
  await expect(page.getByRole('heading', { name: 'Room 2 This room' })).toBeVisible();
  await expect(page.getByText('This room')).toHaveCount(1);
});
