import { expect, type Locator, type Page } from '@playwright/test';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { line, log, longTest, seesRow, signIn, test, type } from './people.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const open = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Kind of entry' }).getByRole('button', { name, exact: true }).click();
const record = (form: Locator) => form.getByRole('button', { name: 'Record', exact: true }).click();
const row = (page: Page, text: string | RegExp) => log(page).getByRole('article').filter({ hasText: text });
const lane = (page: Page) => page.locator('[data-lane="notes"][role="img"]');
const shape = (page: Page, name: string) => lane(page).locator(`[data-shape="${name}"]`);
const clockOf = (article: Locator) => article.locator('time').textContent();

/** Presses at a part of the notes lane's plot, 0 to 1, and lets go at another. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  // Comes a moment after the room itself.
  await page.locator('[data-drags]').waitFor();
  const line = await lane(page).locator('path').first().boundingBox();
  if (line === null) throw new Error('no notes lane');
  await page.mouse.move(line.x + line.width * from, line.y);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width * ((from + to) / 2), line.y, { steps: 4 });
  await page.mouse.move(line.x + line.width * to, line.y, { steps: 4 });
  await page.mouse.up();
}

longTest(
  '[MNG-8] given therapist and physician in a room, when the therapist records what was said and what turned, then the physician sees each live, at its minute',
  async ({ browser }) => {
    test.setTimeout(240_000);
    const [therapist, physician] = await Promise.all([
      signIn(browser, 'therapist'),
      signIn(browser, 'physician'),
    ]);
    const session = await makeSession(therapist);
    await enterRoom(therapist, session);

    // The intention, before the start.
    await therapist.getByRole('button', { name: 'Set the intention' }).click();
    await panel(therapist, 'Intention of this session').getByRole('textbox').fill('To stay with the grief.');
    await record(panel(therapist, 'Intention of this session'));
    await seesRow(therapist, 'To stay with the grief.');
    await startSession(physician, session);
    await enterRoom(physician, session);
    await expect(
      physician.getByRole('main').locator('q', { hasText: 'To stay with the grief.' }),
    ).toBeVisible();

    // Five notes: by their signs, and by a chip.
    for (const [typed, seen] of [
      ['Breath slow.', 'Breath slow.'],
      ['"I was so small', '“I was so small”'],
      ['#shame again', 'shame again'],
      ['~jaw soft, tears', 'jaw soft, tears'],
    ] as const) {
      await type(therapist, typed);
      await seesRow(physician, seen);
    }
    await line(therapist).fill('I can put it down');
    await therapist.getByRole('button', { name: 'Words', exact: true }).click();
    await expect(line(therapist)).toHaveValue('"I can put it down');
    await line(therapist).press('Enter');
    await seesRow(physician, '“I can put it down”');
    for (const name of ['intention', 'noticed', 'theme', 'affect'])
      await expect(shape(physician, name)).toHaveCount(1);
    await expect(shape(physician, 'words')).toHaveCount(2);

    // A stretch of time by its two times and tags, then a point.
    await open(therapist, 'Moment');
    const moment = panel(therapist, 'Moment');
    const began = await moment.getByLabel('From', { exact: true }).inputValue();
    await moment.getByLabel('What it was').fill('Long silence');
    await moment.getByRole('button', { name: 'grief', exact: true }).click();
    await moment.getByLabel('Tags', { exact: true }).fill('mother');
    await moment.getByLabel('Tags', { exact: true }).press('Enter');
    const earlier = minutesBefore(began, 4);
    await moment.getByLabel('From', { exact: true }).fill(earlier);
    await moment.getByLabel(/^Until/).fill(began);
    await record(moment);
    await seesRow(physician, /Long silence #grief #mother/);
    await expect(row(physician, /Long silence/)).toContainText(`until ${began}`);
    expect(await clockOf(row(physician, /Long silence/))).toBe(earlier);
    await expect(shape(physician, 'region')).toHaveCount(1);

    // The shift, at its minute.
    await open(therapist, 'Shift');
    const shift = panel(therapist, 'Shift');
    await shift.getByLabel('From', { exact: true }).fill('I am the mistake');
    await shift.getByLabel('To', { exact: true }).fill('I did my best');
    const turned = await shift.getByLabel('Time', { exact: true }).inputValue();
    await record(shift);
    await seesRow(physician, 'From “I am the mistake” to “I did my best”');
    expect(await clockOf(row(physician, /I am the mistake/))).toBe(turned);
    await expect(shape(physician, 'shift')).toHaveCount(1);

    // Words of the client, kept with one tap at the minute they were said.
    const spoken = row(therapist, '“I can put it down”').first();
    const said = await clockOf(spoken);
    await spoken.getByRole('button', { name: /^Correct/ }).click();
    await spoken.getByRole('button', { name: 'Keep these words' }).click();
    const kept = row(physician, 'Words to keep');
    await expect(kept).toContainText('“I can put it down”');
    expect(await clockOf(kept)).toBe(said);
    await open(therapist, 'Words to keep');
    await expect(panel(therapist, 'Words to keep').getByRole('listitem')).toHaveText([/I can put it down/]);
    await therapist.keyboard.press('Escape');

    // Amended by its author, seen by the other.
    const long = row(therapist, /Long silence/);
    await long.getByRole('button', { name: /^Correct/ }).click();
    await long.getByRole('button', { name: 'Amend' }).click();
    await panel(therapist, 'Amend').getByLabel('Tags').fill('grief, mother, river');
    await panel(therapist, 'Amend').getByLabel('Reason').fill('Fuller');
    await panel(therapist, 'Amend').getByRole('button', { name: 'Save correction' }).click();
    await expect(row(physician, /#river/)).toContainText('Fuller');

    // Search by tag and words, with a way out.
    await physician.getByRole('button', { name: 'Search the log' }).click();
    await physician.getByRole('button', { name: 'mother', exact: true }).click();
    await expect(log(physician).getByRole('article')).toHaveCount(1);
    await expect(lane(physician).locator('[data-dim]')).toHaveCount(7);
    await physician.getByRole('textbox', { name: 'Search words and tags' }).fill('nothing like it');
    await expect(physician.getByText('No entries match.')).toBeVisible();
    await physician.getByRole('button', { name: 'Clear “nothing like it”' }).click();
    await expect(log(physician).getByRole('article')).toHaveCount(1);
    await physician.keyboard.press('Escape');
    await expect(physician.getByRole('button', { name: 'Search the log' })).toBeFocused();
    await expect(lane(physician).locator('[data-dim]')).toHaveCount(0);

    // The bar leads to its row.
    await shape(physician, 'region').locator('rect').click();
    await expect(row(physician, /Long silence/)).toBeInViewport();
  },
);

longTest(
  '[MNG-9] given the notes lane, when a stretch is dragged along it, then the form of a moment holds both times, and its bar stands there',
  async ({ browser }) => {
    const page = await signIn(browser, 'therapist');
    const session = await makeSession(page);
    await startSession(page, session);
    await enterRoom(page, session);
    await drag(page, 0.005, 0.3);
    const moment = panel(page, 'Moment');
    await expect(moment).toBeVisible();
    const [from, until] = [moment.getByLabel('From', { exact: true }), moment.getByLabel(/^Until/)];
    expect((await from.inputValue()) < (await until.inputValue())).toBe(true);
    await moment.getByRole('button', { name: 'tears', exact: true }).click();
    await record(moment);
    await expect(shape(page, 'region')).toHaveCount(1);
  },
);

/** "10:02" four minutes before "10:06", across midnight too. */
function minutesBefore(clock: string, count: number): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const at = (hours * 60 + minutes - count + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
