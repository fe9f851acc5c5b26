import { expect, test } from 'vitest';
import { lockDue } from './lock-due.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 0);
const minutes = (count: number) => NOW - count * 60_000;

test('[LCK-1] a screen locks 10 minutes after the last touch, 30 on a device of a room in which a session runs', () => {
  expect(lockDue(minutes(10) + 1, NOW, false)).toBe(false);
  expect(lockDue(minutes(10), NOW, false)).toBe(true);
  expect(lockDue(minutes(30) + 1, NOW, true)).toBe(false);
  expect(lockDue(minutes(30), NOW, true)).toBe(true);
});

test('[LCK-1] a device that slept is locked when it wakes; a clock that was put back does not keep it open', () => {
  expect(lockDue(minutes(600), NOW, true)).toBe(true);
  expect(lockDue(NOW + 3 * 3_600_000, NOW, false)).toBe(true);
});
