import { expect, test } from 'vitest';
import { LateArrivals } from './late-arrivals.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW_MS = Date.parse('2026-03-01T12:00:00.000Z');
const entry = (atMs: number, waitedMs: number) => ({
  recordedAt: new Date(atMs).toISOString(),
  context: { composedAt: new Date(atMs - waitedMs).toISOString() },
});

test('[OPS-11] given entries that waited, when asked, then the longest of the last 24 hours is told, and after it the longest that came later', () => {
  const late = new LateArrivals();
  late.came([entry(NOW_MS, 5 * MINUTE_MS), entry(NOW_MS + HOUR_MS, 40 * MINUTE_MS)]);
  late.came([entry(NOW_MS + 2 * HOUR_MS, 10 * MINUTE_MS), entry(NOW_MS + 3 * HOUR_MS, 2 * MINUTE_MS)]);
  const longest = (afterHours: number) => late.longest(NOW_MS + afterHours * HOUR_MS);
  expect(longest(3)).toEqual({ waitedMs: 40 * MINUTE_MS, atMs: NOW_MS + HOUR_MS });
  expect(longest(25)?.waitedMs).toBe(40 * MINUTE_MS);
  expect(longest(25.5)?.waitedMs).toBe(10 * MINUTE_MS);
  expect(longest(26.5)?.waitedMs).toBe(2 * MINUTE_MS);
  expect(longest(27.5)).toBeNull();
});

test('[OPS-11] what came within a minute, or does not say when it was recorded, did not wait', () => {
  const late = new LateArrivals();
  late.came([
    entry(NOW_MS, 59_000),
    entry(NOW_MS, -HOUR_MS),
    { recordedAt: new Date(NOW_MS).toISOString(), context: null },
    { recordedAt: new Date(NOW_MS).toISOString(), context: {} },
  ]);
  expect(late.longest(NOW_MS)).toBeNull();
});
