import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

test('[CLN-1] a whole number within its limits is taken as typed, anything else is not', () => {
  expect(['2', ' 15 ', '07'].map((typed) => wholeNumber(typed, 2, 15))).toEqual([2, 15, 7]);
  for (const typed of ['', '1', '16', '2.5', '2,5', '-3', '1e1', 'ten', '12345'])
    expect(wholeNumber(typed, 2, 15), typed).toBeNull();
});
