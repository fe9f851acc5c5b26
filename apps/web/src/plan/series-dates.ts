import type { Session } from '@tandem/wire';
import { isWeekend } from '../day/calendar.ts';
import { conflictsOf } from '../day/conflicts.ts';
import { overlap } from '../day/day-grid.ts';
import { conflictWords } from '../day/session-words.ts';
import { words } from '../words/list-pages.ts';
import { type PlanDraft, plannedMs } from './plan-draft.ts';
import { onDate } from './repeat.ts';
import { wantedOf } from './wanted.ts';

export interface SeriesDate {
  readonly date: string;
  /** What a person should know before this day is planned, each as a sentence. */
  readonly remarks: readonly string[];
}

/**
 * The days of a series with what speaks against each: no such time on that day, a weekend, another session of the
 * series, whatever is planned already.
 */
export function remarkedDates(options: {
  readonly draft: PlanDraft;
  readonly dates: readonly string[];
  /** Undefined while they are not known; the form says so. */
  readonly others: readonly Session[] | undefined;
  readonly zone: string;
  readonly nowMs: number;
}): SeriesDate[] {
  const { draft, dates, others = [], zone, nowMs } = options;
  const wanted = dates.map((date) => wantedOf(onDate(draft, date), zone, null));
  return dates.map((date, at) => {
    const own = wanted[at] ?? null;
    if (own === null) return { date, remarks: [noTimeWords(draft, date, zone)] };
    const twin = wanted.findIndex((other, index) => index < at && other != null && overlap(own, other));
    return {
      date,
      remarks: [
        ...(isWeekend(date) ? [words.repeat.weekend] : []),
        ...(twin === -1 ? [] : [words.repeat.overlaps(twin + 1)]),
        ...conflictsOf(own, others, nowMs).map((conflict) => conflictWords(conflict, zone)),
      ],
    };
  });
}

function noTimeWords(draft: PlanDraft, date: string, zone: string): string {
  if (date === '') return words.repeat.badDate;
  // A time that shows on another day is left out on this one; one that never shows is a typing error.
  const shows = plannedMs(onDate(draft, '2000-01-03'), zone) !== null;
  return shows ? words.repeat.noClock(draft.time) : words.plan.badTime;
}
