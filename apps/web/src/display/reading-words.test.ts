import { expect, test } from 'vitest';
import { ageMinutes, dueWords } from './reading-words.ts';

const T0 = Date.parse('2026-03-05T10:46:00.000Z');
const in_ = (ms: number) => new Date(T0 + ms).toISOString();

test('[DSP-3] an age is in whole minutes, and never under 0', () => {
  expect(ageMinutes(in_(-59_999), T0)).toBe(0);
  expect(ageMinutes(in_(-60_000), T0)).toBe(1);
  expect(ageMinutes(in_(30_000), T0)).toBe(0);
});

test('[DSP-3] the next set counts down, is due, and is late in minutes', () => {
  expect(dueWords({ nextDueAt: in_(40_000) }, T0)).toBe('Next 0:40');
  expect(dueWords({ nextDueAt: in_(605_000) }, T0)).toBe('Next 10:05');
  expect(dueWords({ nextDueAt: in_(0) }, T0)).toBe('Due now');
  expect(dueWords({ nextDueAt: in_(-59_999) }, T0)).toBe('Due now');
  expect(dueWords({ nextDueAt: in_(-60_000) }, T0)).toBe('1 min late');
  expect(dueWords({ nextDueAt: null }, T0)).toBeNull();
});
