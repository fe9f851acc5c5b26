import { expect, test } from 'vitest';
import { at, given, MINUTE, T0 } from '../session/given.test-support.ts';
import { formatInstant } from '../time.ts';
import { dose, set, under } from './notices.test-support.ts';
import { oldFromMs } from './reading-age.ts';

const every15 = under({ vitalsEveryMinutes: 15 });
const oldFrom = (told: ReturnType<typeof given>, minute: number) =>
  formatInstant(oldFromMs(told.state, T0 + minute * MINUTE));

test('[DSP-3] before the first dose a reading is old 3 minutes after the interval', () => {
  expect(oldFrom(given(...every15, set(4, { spo2: 97 })), 4)).toBe(at(22));
});

test('[DSP-3] after it, 3 minutes after the next set was due', () => {
  const given20 = given(...under({ vitalsAtMinutes: [10, 20], vitalsEveryMinutes: 15 }), dose(20, 20));
  // Taken for the set of minute 30, early, on time or late: the next one is at 40.
  for (const minute of [27, 30, 35, 36]) expect(oldFrom(given20, minute), String(minute)).toBe(at(43));
  // One minute too early to be the set of minute 30.
  expect(oldFrom(given20, 26)).toBe(at(33));
  expect(oldFrom(given20, 40)).toBe(at(58));
});

test('[DSP-3] a reading from before the first dose is not made young again by it', () => {
  const told = given(...every15, set(4, { spo2: 97 }), dose(30, 20));
  expect(oldFrom(told, 4)).toBe(at(22));
  // The first set after the dose is due before the interval is over.
  const soon = given(...under({ vitalsAtMinutes: [5], vitalsEveryMinutes: 60 }), dose(10, 20));
  expect(oldFrom(soon, 8)).toBe(at(18));
});
