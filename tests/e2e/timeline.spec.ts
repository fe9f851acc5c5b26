import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { answerGate, enterRoom, type MadeSession, makeSession, startSession } from './made-session.ts';
import { log, longTest, seesRow, signIn, type } from './people.ts';

const MINUTE = 60_000;
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const slider = (page: Page) => page.getByRole('slider', { name: /^Readings/ });
const focus = (page: Page) => page.getByTestId('focus');
const amend = (page: Page) => page.getByRole('region', { name: 'Amend' });
const reading = (page: Page, lane: string) => page.locator(`[data-lane="${lane}"] [data-reading]`);

/** How often each lane was drawn. */
async function draws(page: Page): Promise<Record<string, number>> {
  const lanes = await page.locator('[data-draws]').all();
  const pairs = lanes.map(async (lane) => [
    await lane.getAttribute('data-lane'),
    Number(await lane.getAttribute('data-draws')),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, number>;
}

/** The lanes that `act` drew again. */
async function drawnBy(page: Page, act: () => Promise<void>): Promise<string[]> {
  const before = await draws(page);
  await act();
  const after = await draws(page);
  return Object.keys(after).filter((lane) => after[lane] !== before[lane]);
}

async function append(
  { request }: Pick<Page, 'request'>,
  { id }: MadeSession,
  entries: readonly object[],
): Promise<void> {
  const data = { entries: entries.map((entry) => ({ id: randomUUID(), ...entry })) };
  const reply = await request.post(`${process.env.TANDEM_URL}/api/sessions/${id}/entries`, { data });
  if (!reply.ok()) throw new Error(await reply.text());
}

function noteAt(ms: number, text: string) {
  return { kind: 'note', happenedAt: new Date(ms).toISOString(), data: { text, category: 'words' } };
}

/** A running session: three sets, a dose, a phase, an event, and so many notes that the log has to scroll. */
async function fullRoom(browser: Browser): Promise<{ page: Page; session: MadeSession; doseMs: number }> {
  const page = await signIn(browser, 'physician');
  const session = await makeSession(page);
  await startSession(page, session);
  const startMs = Date.now() - 9 * MINUTE;
  const at = (minute: number) => new Date(startMs + minute * MINUTE).toISOString();
  const set = (minute: number, values: string) => {
    const [systolic, diastolic, heartRate, spo2] = values.split(' ').map(Number);
    return {
      kind: 'vital-signs',
      happenedAt: at(minute),
      data: { systolic, diastolic, heartRate, ...(spo2 && { spo2 }) },
    };
  };
  await answerGate(page, session, [], startMs);
  const note = (minute: number, text: string) => noteAt(startMs + minute * MINUTE, text);
  await append(page, session, [
    note(1, 'The first thing that was said.'),
    set(1, '124 78 72 98'),
    {
      kind: 'dose',
      happenedAt: at(3),
      data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
    },
    { kind: 'phase', happenedAt: at(4), data: { phase: 'onset' } },
    set(5, '138 84 82 97'),
    { kind: 'adverse-event', happenedAt: at(6), data: { term: 'nausea', grade: 2 } },
    set(7, '164 90 88'),
    ...Array.from({ length: 20 }, (_, number) => note(8, `One of many, ${number}.`)),
  ]);
  await enterRoom(page, session);
  await expect(reading(page, 'blood-pressure')).toHaveCount(3);
  // It comes with what is loaded later, once, and draws its lane: nothing of what is counted here.
  await expect(page.locator('[data-estimate]')).toBeVisible({ timeout: 10_000 });
  return { page, session, doseMs: startMs + 3 * MINUTE };
}

/** A note of the therapist's, from a device of their own. */
async function noteOfTherapist(browser: Browser, session: MadeSession, text: string): Promise<void> {
  const device = await browser.newContext();
  await device.request.post(`${process.env.TANDEM_URL}/api/auth/sign-in/email`, {
    data: { email: 'therapist@harbor.test', password: 'tandem-demo' },
  });
  await append(device, session, [noteAt(Date.now(), text)]);
}

longTest('a tick draws no lane again, an entry only the lanes that it belongs to', async ({ browser }) => {
  const { page, doseMs } = await fullRoom(browser);
  // Room for every lane, also below notices of other rooms.
  await page.setViewportSize({ width: 1440, height: 1200 });
  await expect(page.locator('[data-note]').first()).toBeVisible();
  const now = page.locator('svg path[class*="nowLine"]');
  const ticked = await drawnBy(page, async () => {
    for (let tick = 0; tick < 3; tick += 1) {
      const stood = await now.getAttribute('d');
      await expect(now).not.toHaveAttribute('d', stood ?? '', { timeout: 3_000 });
    }
  });
  expect(ticked).toEqual([]);

  const byPressure = await drawnBy(page, async () => {
    await type(page, '150/92');
    await seesRow(page, '150/92');
    await expect(reading(page, 'blood-pressure')).toHaveCount(4);
  });
  expect(byPressure).toEqual(['blood-pressure']);
  const byRate = await drawnBy(page, async () => {
    await type(page, 'hr91');
    await seesRow(page, 'HR 91');
    await expect(reading(page, 'heart-rate')).toHaveCount(4);
  });
  expect(byRate).toEqual(['heart-rate']);
  const byNote = await drawnBy(page, async () => {
    await type(page, 'her hands are open');
    await seesRow(page, 'her hands are open');
    await expect(page.locator('[data-note]')).toHaveCount(22);
  });
  expect(byNote).toEqual(['notes']);

  // The next set is due 15 minutes after the dose, the first slot of its route having been answered, then every 15.
  const due = timeline(page).getByRole('img', { name: /^Vital signs due at \d\d:\d\d, then \d\d:\d\d, / });
  const times = ((await due.getAttribute('data-due')) ?? '').split(' ').map((time) => Date.parse(time));
  const after = times.map((ms) => Math.round((ms - doseMs) / MINUTE));
  expect(after.slice(0, 4)).toEqual([15, 30, 45, 60]);
});

longTest(
  'readings step with the arrow keys, marks lead to their rows and to their correction',
  async ({ browser }) => {
    const { page, session } = await fullRoom(browser);

    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(focus(page)).toHaveText(/^\d\d:\d\d164\/90MAP 115HR 88 \/mintotal 40 mgOnset$/);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /^\d\d:\d\d, 164\/90, /);
    await page.keyboard.press('Home');
    await expect(focus(page)).toContainText(/^\d\d:\d\d124\/78/);
    await expect(focus(page)).not.toContainText('total');
    await page.keyboard.press('ArrowRight');
    await expect(focus(page)).toContainText('Ketamine 40 mg IM');
    await page.keyboard.press('End');

    // Enter corrects what the line stands at; the mark then says what it was.
    await page.keyboard.press('Enter');
    await expect(amend(page)).toContainText('164/90');
    await amend(page).getByLabel('Systolic pressure').fill('146');
    await amend(page).getByLabel('Reason').fill('mistyped');
    await amend(page).getByRole('button', { name: 'Save correction' }).click();
    const amended = page.locator('[data-lane="blood-pressure"] [data-amended]');
    await expect(amended.locator('title')).toHaveText(
      /^\d\d:\d\d Blood pressure 146\/90, amended \d\d:\d\d, was 164\/90, mistyped$/,
    );
    await expect(page.locator('[data-lane="heart-rate"] [data-amended]')).toHaveCount(0);
    await amended.click();
    await expect(focus(page)).toContainText(/146\/90.*amended \d\d:\d\d, was 164\/90, mistyped$/);

    // A long press, with a hand that drifts, and a double click do what Enter does.
    const box = await reading(page, 'blood-pressure').nth(1).boundingBox();
    if (box === null) throw new Error('no second pressure');
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 8, box.y + 24);
    await expect(amend(page)).toContainText('138/84');
    await page.mouse.up();
    await expect(amend(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(amend(page)).toHaveCount(0);
    await page.getByText('40 mg IM', { exact: true }).dblclick();
    await expect(amend(page)).toContainText('Ketamine 40 mg IM');
    await page.keyboard.press('Escape');
    await expect(amend(page)).toHaveCount(0);

    // A note's mark leads to its row, though the log is filtered by something else and stands elsewhere.
    const first = log(page).getByRole('article').filter({ hasText: 'The first thing that was said.' });
    await page.getByRole('radio', { name: 'Clinical' }).check({ force: true });
    await expect(first).toHaveCount(0);
    await page.locator('[data-note]').first().click();
    await expect(page.getByRole('radio', { name: 'All' })).toBeChecked();
    await expect(first).toBeInViewport();

    // Nobody corrects another's note: a long press on its mark only shows it.
    await noteOfTherapist(browser, session, 'Hands open.');
    const theirs = page.locator('[data-note]').filter({ hasText: 'Hands open.' });
    await page.getByRole('radio', { name: 'Clinical' }).check({ force: true });
    await theirs.hover();
    await page.mouse.down();
    await expect(page.getByRole('radio', { name: 'All' })).toBeChecked();
    await page.mouse.up();
    await seesRow(page, 'Hands open.');
    await expect(amend(page)).toHaveCount(0);

    await page.getByRole('button', { name: 'View as table' }).click();
    const rows = timeline(page).getByRole('row');
    await expect(rows.first()).toHaveText(/Time.*Sys mmHg.*MAP.*By/);
    await expect(rows.filter({ hasText: '124' })).toHaveText(/^\d\d:\d\d124787298.*93.*AO$/);
    await expect(rows.filter({ hasText: 'was Sys 164, mistyped' })).toContainText('146');
    // The table tells the same times as the log.
    for (const text of ['Ketamine 40 mg IM', 'Onset', 'Nausea, grade 2', 'The first thing that was said.']) {
      const row = log(page).getByRole('article').filter({ hasText: text });
      const clock = (await row.locator('time').textContent()) ?? 'none';
      await expect(rows.filter({ hasText: text })).toHaveText(
        new RegExp(`^${clock}(Dose|Phase|Adverse event|Note) .*${text}`),
      );
    }
  },
);
