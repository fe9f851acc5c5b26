import { expect, test } from 'vitest';
import { type FactRow, factsOf } from './facts.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const row = (more: Partial<FactRow> = {}): FactRow => ({
  day: '2026-11-20',
  endedAt: NOW - 96 * HOUR,
  lockedAt: NOW - 90 * HOUR,
  toSign: false,
  peak: null,
  baseline: null,
  notify: null,
  raised: 0,
  open: 0,
  seenMs: [],
  ...more,
});
const facts = (...rows: FactRow[]) => factsOf(rows, [], NOW);

test('[PST-7] peaks over the limit of their own protocol, in steps of 10, with the median rise', () => {
  const { peak } = facts(
    row({ peak: 164, baseline: 124, notify: 160 }),
    row({ peak: 138, baseline: 120, notify: 160 }),
    row({ peak: 141, notify: 160 }),
    row(),
  );
  expect(peak).toMatchObject({ measured: 3, over: 1, limit: 160 });
  expect(peak.medianRise).toBeCloseTo((40 / 124 + 18 / 120) * 50, 5);
  expect(peak.steps).toEqual([
    { from: 130, count: 1, over: false },
    { from: 140, count: 1, over: false },
    { from: 150, count: 0, over: false },
    { from: 160, count: 1, over: true },
  ]);
  // Where limits differ no step can be said to be over.
  const differing = facts(row({ peak: 164, notify: 160 }), row({ peak: 171, notify: 180 })).peak;
  expect(differing).toMatchObject({ over: 1, limit: null });
  expect(differing.steps.some(({ over }) => over)).toBe(false);
});

test('[PST-7] notices by week from the first to the last, by month where there are many weeks', () => {
  const { notices } = facts(
    row({ day: '2026-11-01', raised: 2, seenMs: [10_000, 50_000] }),
    row({ day: '2026-11-02', raised: 1, open: 1 }),
    row({ day: '2026-11-16', raised: 3, seenMs: [30_000] }),
  );
  expect(notices).toMatchObject({ raised: 6, open: 1, medianSeenMs: 30_000, by: 'week' });
  // A Sunday belongs to the week before.
  expect(notices.spans).toEqual([
    { from: '2026-10-26', count: 2 },
    { from: '2026-11-02', count: 1 },
    { from: '2026-11-09', count: 0 },
    { from: '2026-11-16', count: 3 },
  ]);
  const year = facts(row({ day: '2026-01-31', raised: 1 }), row({ day: '2026-11-16', raised: 2 })).notices;
  expect([year.by, year.spans.length]).toEqual(['month', 11]);
  expect(year.spans.map(({ from }) => from)[1]).toBe('2026-02-01');
});

test('[PST-7] signed within a day, of what had a day to be signed; what waits, and since when', () => {
  const { signed } = facts(
    row({ lockedAt: NOW - 80 * HOUR }),
    row({ lockedAt: NOW - 70 * HOUR }),
    row({ lockedAt: null, toSign: true, endedAt: NOW - 30 * HOUR }),
    row({ lockedAt: null, toSign: true, endedAt: NOW - 2 * HOUR }),
    row({ endedAt: null, lockedAt: null }),
  );
  expect(signed).toEqual({ due: 3, withinDay: 1, toSign: 2, oldestMs: 30 * HOUR });
});

test('[PST-7] scores of fewer than five clients are not drawn', () => {
  const lines = [12, 14, 16, 18].map((first) => ({ first, latest: first - 6 }));
  expect(factsOf([], lines, NOW).phq9).toEqual({ clients: 4, first: null, latest: null, lines: [] });
  const five = factsOf([], [...lines, { first: 20, latest: 14 }], NOW).phq9;
  expect(five).toMatchObject({ clients: 5, first: 16, latest: 10 });
  expect(five.lines).toHaveLength(5);
});

test('[PST-7] of nothing nothing is made up', () => {
  expect(facts()).toMatchObject({
    sessions: 0,
    peak: { measured: 0, over: 0, medianRise: null, steps: [] },
    notices: { raised: 0, medianSeenMs: null, spans: [] },
    signed: { due: 0, withinDay: 0, toSign: 0, oldestMs: null },
  });
});
