import { expect, test } from 'vitest';
import { isReviewOverdue, minutesLeft } from './break-glass.ts';

const OPENED = '2026-11-24T15:00:00.000Z';
const after = (minutes: number, ms = 0) => Date.parse(OPENED) + minutes * 60_000 + ms;

test('[BRG-2] the minutes left are counted up to the whole one: the last second is a minute, the end is none', () => {
  const endsAt = new Date(after(60)).toISOString();
  expect(
    [after(-1), after(0), after(0, 1), after(59), after(60, -1), after(60), after(600)].map((at) =>
      minutesLeft(endsAt, at),
    ),
  ).toEqual([60, 60, 60, 1, 1, 0, 0]);
});

test('[BRG-5] an opening that nobody looked at is overdue after 7 days, to the millisecond; one that was reviewed never', () => {
  const week = 7 * 24 * 60;
  const waits = { openedAt: OPENED, reviewedAt: null };
  expect(isReviewOverdue(waits, after(week))).toBe(false);
  expect(isReviewOverdue(waits, after(week, 1))).toBe(true);
  expect(isReviewOverdue({ openedAt: OPENED, reviewedAt: OPENED }, after(10 * week))).toBe(false);
});
