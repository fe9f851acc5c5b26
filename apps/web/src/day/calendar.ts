import { daySchema } from '@tandem/domain';

/** Days as `YYYY-MM-DD`. Nothing here knows an hour, so no change of the clock can move a day. */

/** The day that is `count` days later, or earlier when negative. */
export function addDays(day: string, count: number): string {
  const date = utcDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export function isWeekend(day: string): boolean {
  return utcDate(day).getUTCDay() % 6 === 0;
}

/** A day that a clinic can plan for: while a year is being typed, a date field holds the year 2 and the year 20. */
export function isPlannable(text: string): boolean {
  return daySchema.safeParse(text).success && text >= '2000-01-01';
}

/** Midnight of a day in UTC: for counting days, never for showing a time. */
export function utcDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
