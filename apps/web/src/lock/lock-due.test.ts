import { expect, test } from 'vitest';
import { lockDue } from './lock-due.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 0);
const minutes = (count: number) => NOW - count * 60_000;

test.each([2, 10, 30])(
  '[LCK-1] a screen locks so many minutes after the last touch as was chosen: %i',
  (chosen) => {
    expect(lockDue(minutes(chosen) + 1, NOW, chosen)).toBe(false);
    expect(lockDue(minutes(chosen), NOW, chosen)).toBe(true);
  },
);

test('[LCK-1] a device that slept is locked when it wakes; a clock that was put back does not keep it open', () => {
  expect(lockDue(minutes(600), NOW, 60)).toBe(true);
  expect(lockDue(NOW + 3 * 3_600_000, NOW, 10)).toBe(true);
});
