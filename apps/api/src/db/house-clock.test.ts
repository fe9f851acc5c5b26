import { expect, test } from 'vitest';
import { HouseClock } from './house-clock.ts';

const HOUR_MS = 3_600_000;
const DB_MS = Date.parse('2026-11-24T10:00:00.000Z');

/** A computer whose clock can be set, and whose monotonic timer cannot. */
function computer() {
  const told: number[] = [];
  const now = { systemMs: DB_MS, monotonicMs: 500 };
  const clock = new HouseClock(
    (differsByMs) => told.push(differsByMs),
    () => now.systemMs,
    () => now.monotonicMs,
  );
  const pass = (ms: number) => {
    now.systemMs += ms;
    now.monotonicMs += ms;
  };
  return { clock, now, told, pass };
}

test('[TIM-4] given a clock that jumps by 3 hours and back, when asked the time, then it is the database’s, and each jump is told once', () => {
  const { clock, now, told, pass } = computer();
  clock.observe(DB_MS, 500);
  now.systemMs += 3 * HOUR_MS;
  pass(1_000);
  expect(clock.nowMs()).toBe(DB_MS + 1_000);
  clock.observe(DB_MS + 1_000, now.monotonicMs);
  pass(2_000);
  clock.observe(DB_MS + 3_000, now.monotonicMs);
  expect(told).toEqual([3 * HOUR_MS]);
  now.systemMs -= 3 * HOUR_MS;
  clock.observe(DB_MS + 3_000, now.monotonicMs);
  expect(told).toEqual([3 * HOUR_MS, 0]);
});

test('[TIM-4] given a slow answer, when it came, then its time is taken for the middle of the way', () => {
  const { clock, now, told } = computer();
  now.monotonicMs += 800;
  now.systemMs += 800;
  clock.observe(DB_MS + 400, 500);
  expect(clock.nowMs()).toBe(DB_MS + 800);
  expect(told).toEqual([]);
});

test('given a database that was not asked yet, when asked the time, then it is the computer’s', () => {
  expect(computer().clock.nowMs()).toBe(DB_MS);
});

test('[TIM-4] given an answer that was long under way, then what is known stays, unless the answer cannot agree with it', () => {
  const { clock, now, pass } = computer();
  clock.observe(DB_MS, 500);
  // Asked now, told at once, and read 600 ms later because the process was busy.
  const askedMs = now.monotonicMs;
  pass(600);
  clock.observe(DB_MS, askedMs);
  expect(clock.nowMs()).toBe(DB_MS + 600);
  // The database's own clock was set on by an hour: no way of answering explains that.
  const laterMs = now.monotonicMs;
  pass(600);
  clock.observe(DB_MS + HOUR_MS, laterMs);
  expect(clock.nowMs()).toBe(DB_MS + HOUR_MS + 300);
});
