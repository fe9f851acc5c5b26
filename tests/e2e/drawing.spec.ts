import { randomUUID } from 'node:crypto';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { type LaneKind, openLane } from './lane-page.ts';
import {
  answerGate,
  endSession,
  enterRoom,
  type MadeSession,
  makeSession,
  startSession,
} from './made-session.ts';
import { longTest, signIn, test } from './people.ts';

/** performance.md, G9. */
const MARKS = 120;
const EVERY_MS = 100;
const ENTRIES = 100;
const GOAL = { ratio: 1.25, longTaskMs: 100, framesPerSecond: 55 };
/** Wall-clock on a shared machine swings; four times worse than the goal is no swing. */
const SLACK = 4;
const POINT_MS = 17_000;

async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** ms for which the main thread of a page was busy in each of its next stretches of 100 ms. */
async function busyPer(page: Page, count: number, act: (n: number) => void): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const found: number[] = [];
  let before = await busyMs(cdp);
  let next = performance.now();
  for (let n = 0; n < count; n += 1) {
    act(n);
    next += EVERY_MS;
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())));
    const now = await busyMs(cdp);
    found.push(now - before);
    before = now;
  }
  await cdp.detach();
  return found;
}

function part(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

const figures = (values: readonly number[]) =>
  `p50 ${part(values, 0.5).toFixed(1)} ms (${part(values, 0).toFixed(1)}-${part(values, 1).toFixed(1)}), p95 ${part(values, 0.95).toFixed(1)} ms`;

/** Tasks of the page over 50 ms from here on, in ms. */
async function longTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (window as unknown as { found: number[] }).found);
}

/** Recorded over HTTP as another device would, twenty at a time. */
async function recordAll(page: Page, { id }: MadeSession, entries: readonly object[]): Promise<void> {
  for (let from = 0; from < entries.length; from += 20) {
    const data = { entries: entries.slice(from, from + 20).map((entry) => ({ id: randomUUID(), ...entry })) };
    const reply = await page.request.post(`${process.env.TANDEM_URL}/api/sessions/${id}/entries`, { data });
    if (!reply.ok()) throw new Error(await reply.text());
  }
}

const vitals = (atMs: number, n: number, more: object = {}) => ({
  kind: 'vital-signs',
  happenedAt: new Date(atMs).toISOString(),
  data: { heartRate: 70 + (n % 11), ...more },
});
const wholeSet = (atMs: number, n: number) =>
  vitals(atMs, n, {
    systolic: 120 + (n % 9),
    diastolic: 75 + (n % 5),
    spo2: 95 + (n % 4),
    respiratoryRate: 14,
  });
const dose = (atMs: number) => ({
  kind: 'dose',
  happenedAt: new Date(atMs).toISOString(),
  data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 0.5 },
});
const note = (atMs: number, n: number) => ({
  kind: 'note',
  happenedAt: new Date(atMs).toISOString(),
  data: { text: `Something that was said, ${n}.`, category: 'words' },
});

/** How often each lane was drawn. */
async function draws(page: Page): Promise<Record<string, number>> {
  return page
    .locator('[data-draws]')
    .evaluateAll((lanes) =>
      Object.fromEntries(
        lanes.map((lane) => [lane.getAttribute('data-lane'), Number(lane.getAttribute('data-draws'))]),
      ),
    );
}

async function laneAlone(
  browser: Parameters<typeof openLane>[0],
  kind: LaneKind,
  marks: string,
): Promise<number[]> {
  const { page, start } = await openLane(browser, kind, MARKS, EVERY_MS);
  await expect(page.locator(marks)).toHaveCount(MARKS);
  await start(ENTRIES + 5);
  const busy = await busyPer(page, ENTRIES, () => undefined);
  await expect.poll(() => page.locator(marks).count()).toBe(MARKS + ENTRIES + 5);
  await page.context().close();
  return busy;
}

longTest(
  '[G9] an entry each 100 ms in a room of 120 marks a lane draws its own lane, beside a bare recharts lane',
  async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    const startMs = Date.now() - (MARKS + ENTRIES + 2) * POINT_MS;
    const at = (n: number) => startMs + n * POINT_MS;
    await answerGate(page, session, [], startMs);
    const all = Array.from({ length: MARKS }, (_, n) => [
      wholeSet(at(n), n),
      dose(at(n)),
      note(at(n), n),
    ]).flat();
    await recordAll(page, session, all);
    // Tall enough for every lane, also below notices of other rooms.
    await page.setViewportSize({ width: 1440, height: 1200 });
    await enterRoom(page, session);
    const rates = page.locator('[data-lane="heart-rate"] [data-reading]');
    await expect(rates).toHaveCount(MARKS);
    await expect(page.locator('[data-estimate]')).toBeVisible({ timeout: 10_000 });
    await expect(page.locator('.recharts-cartesian-axis-tick-value').first()).toBeVisible();

    const tasks = await longTasks(page);
    const before = await draws(page);
    const room = await busyPer(
      page,
      ENTRIES,
      (n) => void recordAll(page, session, [vitals(at(MARKS + n), n)]),
    );
    await expect(rates).toHaveCount(MARKS + ENTRIES);
    const after = await draws(page);
    const longest = Math.max(0, ...(await tasks()));
    await endSession(page, session);
    await page.context().close();

    const bare = await laneAlone(browser, 'recharts', '.recharts-line-dot');
    const own = await laneAlone(browser, 'tandem', '[data-reading]');
    const ratio = part(own, 0.5) / part(bare, 0.5);
    console.log(
      [
        `G9, ${MARKS} marks a lane and ${ENTRIES} more, main thread per entry:`,
        `a bare recharts lane: ${figures(bare)}`,
        `a lane of Tandem: ${figures(own)}, ${ratio.toFixed(2)}x (goal ${GOAL.ratio}x)`,
        `the whole room: ${figures(room)}, ${(part(room, 0.5) / part(bare, 0.5)).toFixed(2)}x; longest task ${longest.toFixed(0)} ms`,
      ].join('\n'),
    );
    const drawn = Object.keys(after).map((lane) => [lane, (after[lane] ?? 0) - (before[lane] ?? 0)] as const);
    console.log(`Draws: ${drawn.map(([lane, times]) => `${lane} ${times}`).join(', ')}`);
    for (const [lane, times] of drawn) {
      // The window may slide once meanwhile, which draws every lane.
      if (lane === 'heart-rate') expect(times).toBeLessThanOrEqual(ENTRIES + 1);
      else expect(times, lane).toBeLessThanOrEqual(1);
    }
    expect(ratio).toBeLessThanOrEqual(GOAL.ratio * SLACK);
    expect(longest).toBeLessThanOrEqual(GOAL.longTaskMs * SLACK);
  },
);

longTest(
  '[G9] a replay of 5,000 readings plays evenly, from no more marks than can be told apart',
  async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    const startMs = Date.now() - 90 * 60_000;
    await startSession(page, session, new Date(startMs).toISOString());
    const step = (85 * 60_000) / 5_000;
    await recordAll(
      page,
      session,
      Array.from({ length: 5_000 }, (_, n) => wholeSet(startMs + n * step, n)),
    );
    await endSession(page, session);
    await page.goto(`${process.env.TANDEM_URL}/s/${session.id}/replay`);
    const play = page.getByRole('button', { name: 'Play' });
    await expect(play).toBeVisible({ timeout: 30_000 });
    await page.getByRole('radio', { name: '×60' }).check({ force: true });
    const place = page.getByRole('slider', { name: 'Moment of the session' });
    // All were recorded at once and afterwards: as it is told today each stands at its moment.
    await page.getByRole('radio', { name: 'Told today' }).check({ force: true });
    // To where four fifths of them are drawn.
    for (const key of ['End', 'PageDown', 'PageDown']) await place.press(key);
    const marks = page.locator('[data-lane="heart-rate"] [data-reading]');
    await expect.poll(() => marks.count(), { timeout: 20_000 }).toBeGreaterThan(300);
    const drawn = await marks.count();
    const tasks = await longTasks(page);
    await play.click();
    const gaps = await frameGaps(page, 6_000);
    const longest = Math.max(0, ...(await tasks()));
    const perSecond = 1_000 / part(gaps, 0.5);
    const whole = (gaps.length * 1_000) / gaps.reduce((sum, gap) => sum + gap, 0);
    console.log(
      `G9, a replay of 5,000 readings at 60 times its speed: ${whole.toFixed(1)} frames/s over all, ${perSecond.toFixed(1)} in the middle (goal ${GOAL.framesPerSecond}), slowest frame ${Math.max(...gaps).toFixed(0)} ms, longest task ${longest.toFixed(0)} ms; ${drawn} of 4,000 marks of a lane drawn`,
    );
    expect(drawn).toBeLessThan(1_000);
    expect(whole).toBeGreaterThanOrEqual(GOAL.framesPerSecond / SLACK);
  },
);

/** ms from frame to frame of a page, for so many ms. */
function frameGaps(page: Page, forMs: number): Promise<number[]> {
  return page.evaluate(
    (limit) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        const first = performance.now();
        let last = first;
        const next = (now: number) => {
          gaps.push(now - last);
          last = now;
          if (now - first < limit) requestAnimationFrame(next);
          else done(gaps.slice(1));
        };
        requestAnimationFrame(next);
      }),
    forMs,
  );
}
