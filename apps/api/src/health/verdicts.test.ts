import { expect, test } from 'vitest';
import { clockHealth, waitingHealth } from './verdicts.ts';

test.each([
  [null, false],
  [2_000, false],
  [2_001, true],
  [-2_000, false],
  [-2_001, true],
])('[OPS-8] a clock that is %j ms ahead is red: %s', (differsByMs, red) => {
  expect(clockHealth(differsByMs)).toEqual({ differsByMs, red });
});

test('[OPS-10] the longest of all that wait is told in whole seconds, and red over 5 minutes', () => {
  expect(waitingHealth([], null)).toEqual({ devices: 0, longestSeconds: null, late: null, red: false });
  expect(waitingHealth([0], null)).toMatchObject({ devices: 1, longestSeconds: 0, red: false });
  expect(waitingHealth([4_999, 300_000], null)).toMatchObject({ longestSeconds: 300, red: false });
  expect(waitingHealth([300_001, 10], null)).toMatchObject({ devices: 2, longestSeconds: 300, red: true });
});
