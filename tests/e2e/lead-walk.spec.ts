import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { makeSession, startSession } from './made-session.ts';
import { longTest, signIn, test } from './people.ts';

const MINUTE = 60_000;
const rowsOf = (page: Page) => page.locator('[data-row]');
const preview = (page: Page) => page.getByRole('complementary', { name: 'Preview' });
const fact = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).getByRole('cell');

/** A session that is over: a dose, a note, and a pressure over the limit that comes back into range. */
async function pastSession(
  page: Page,
  note: string,
  systolic: number,
  signed = true,
): Promise<{ id: string; name: string }> {
  const session = await makeSession(page);
  const nowMs = Date.now();
  const ago = (minutes: number) => new Date(nowMs - minutes * MINUTE).toISOString();
  const send = async (path: string, data: object) => {
    const reply = await page.request.post(`${process.env.TANDEM_URL}/api/sessions/${session.id}${path}`, {
      data,
    });
    if (!reply.ok()) throw new Error(await reply.text());
  };
  await startSession(page, session, ago(60));
  const entry = (kind: string, minutes: number, data: object) => ({
    id: randomUUID(),
    kind,
    happenedAt: ago(minutes),
    data,
    context: { lateReason: 'Written down afterwards.' },
  });
  const signs = (value: number) => ({ systolic: value, diastolic: 80, heartRate: 74, spo2: 97 });
  const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
  await send('/entries', {
    entries: [
      entry('vital-signs', 55, signs(120)),
      entry('dose', 50, dose),
      entry('note', 40, { text: note, category: 'noticed' }),
      entry('vital-signs', 30, signs(systolic)),
      entry('vital-signs', 10, signs(124)),
    ],
  });
  await send('/end', { id: randomUUID(), disposition: 'completed' });
  if (signed) await send('/sign', { id: randomUUID(), meaning: 'I gave this care.' });
  const { familyName, givenName } = session.client;
  return { id: session.id, name: `${familyName.toUpperCase()}, ${givenName}` };
}

longTest(
  '[PST-2] [PST-6] [PST-9] [RPL-5] a lead finds sessions by words of a note, walks them by keys, replays one, compares two and copies what is filtered',
  async ({ browser }) => {
    test.setTimeout(180_000);
    const word = `lanternfish${Date.now().toString(36)}`;
    const physician = await signIn(browser, 'physician');
    await pastSession(physician, 'Spoke of the garden.', 133);
    // Until it is signed its notes are not a lead's to read, and so not to be found by.
    await pastSession(physician, `One more ${word}.`, 166, false);
    const made = [
      await pastSession(physician, `Saw a ${word} in the dark.`, 165),
      await pastSession(physician, `The ${word} again.`, 173),
      await pastSession(physician, `A ${word}, far away.`, 178),
    ].reverse();

    const page = await signIn(browser, 'lead', { ownLogin: true });
    await page.getByRole('link', { name: 'Sessions' }).click();
    const rows = rowsOf(page);
    await expect(rows.first()).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type(word);
    await expect(rows).toHaveText(made.map(({ name }) => name));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3 sessions');
    expect(page.url()).not.toContain(word);
    // Escape leaves the field, and what was looked for stays.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).not.toBeFocused();
    await expect(page.getByRole('searchbox')).toHaveValue(word);

    // J and K walk the rows; the preview tells who and how high.
    await page.keyboard.press('j');
    await expect(rows.nth(0)).toBeFocused();
    await page.keyboard.press('j');
    await expect(rows.nth(1)).toBeFocused();
    await expect(preview(page).getByRole('heading')).toHaveText(made[1]?.name ?? '');
    await expect(preview(page).getByRole('img', { name: /173\/80/ })).toBeVisible();
    await page.keyboard.press('k');
    await expect(rows.nth(0)).toBeFocused();
    await expect(preview(page).getByRole('img', { name: /178\/80/ })).toBeVisible();
    await page.keyboard.press('j');

    // R shows it again: nothing of the note before its minute, then the notice it raised.
    await page.keyboard.press('r');
    await expect(page).toHaveURL(new RegExp(`/s/${made[1]?.id}/replay$`));
    const place = page.getByRole('slider', { name: 'Moment of the session' });
    const log = page.getByRole('log');
    await page.getByText('Told today').click();
    const fromMs = Number(await place.getAttribute('min'));
    await place.fill(`${fromMs + 15 * MINUTE}`);
    await expect(log).toContainText('120/80');
    await expect(log).not.toContainText(word);
    await place.fill(`${fromMs + 25 * MINUTE}`);
    await expect(log).toContainText(word);
    await expect(log).not.toContainText('173/80');
    await page.getByText('Known then').click();
    await place.fill(`${fromMs}`);
    await page.getByRole('button', { name: 'Next notice' }).click();
    const notices = page.getByRole('region', { name: 'Notices', exact: true });
    while (!(await notices.textContent())?.includes('173/80')) {
      const before = await place.inputValue();
      await page.getByRole('button', { name: 'Next notice' }).click();
      await expect(place).not.toHaveValue(before);
    }
    await expect(log).toContainText('173/80');

    // Back, to the same list; two of it beside each other.
    await page.goBack();
    await expect(rows).toHaveText(made.map(({ name }) => name));
    await rows.nth(2).focus();
    await expect(preview(page).getByRole('heading')).toHaveText(made[2]?.name ?? '');
    await preview(page).getByRole('link', { name: 'Compare' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare sessions');
    const other = page.getByRole('combobox', { name: 'Add a session' });
    const label = await other
      .getByRole('option')
      .filter({ hasText: made[0]?.name ?? '' })
      .textContent();
    await other.selectOption({ label: label ?? '' });
    await expect(fact(page, 'Highest BP after')).toHaveText(['165/80 at 20 min', '178/80 at 20 min']);
    await expect(page.getByRole('img', { name: /165\/80/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /178\/80/ })).toBeVisible();

    // What is copied are the rows of the screen, no more and no less, and in their order.
    await page.goBack();
    await expect(rows).toHaveText(made.map(({ name }) => name));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export/ }).click();
    const file = await readFile((await (await download).path()) as string, 'utf8');
    const onScreen = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
    const copied = file
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(-1));
    expect(copied).toEqual(onScreen);
    expect(copied).toEqual(made.map(({ id }) => id));
    await expect(page.getByText('3 sessions exported.', { exact: false })).toBeVisible();
  },
);
