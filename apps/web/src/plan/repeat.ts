import { addDays, isPlannable } from '../day/calendar.ts';
import { words } from '../words/list-pages.ts';
import type { DraftProblem, PlanDraft } from './plan-draft.ts';

/** A series as it stands in the form: how many, how far apart, and the dates that a person set by hand. */
export interface RepeatDraft {
  readonly count: string;
  readonly every: string;
  readonly unit: 'days' | 'weeks';
  /** Number of the session in the series, from 0, to `YYYY-MM-DD`. */
  readonly byHand: Readonly<Record<number, string>>;
}

export const once: RepeatDraft = { count: '1', every: '1', unit: 'weeks', byHand: {} };

/** A course of treatment is 6 to 12 sessions (clinic policy); more than 24 is a slip of the hand. */
export const MOST_SESSIONS = 24;
const MOST_APART = 90;

function wholeUpTo(text: string, most: number): number | null {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** How many sessions are meant, as far as can be read; 1 while it cannot. */
export function countOf(repeat: RepeatDraft): number {
  return wholeUpTo(repeat.count, MOST_SESSIONS) ?? 1;
}

/** The first thing of a series that cannot be read, or null. */
export function repeatProblem(repeat: RepeatDraft): DraftProblem | null {
  if (wholeUpTo(repeat.count, MOST_SESSIONS) === null)
    return { field: 'repeatCount', sentence: words.repeat.badCount };
  if (countOf(repeat) > 1 && wholeUpTo(repeat.every, MOST_APART) === null)
    return { field: 'repeatEvery', sentence: words.repeat.badEvery };
  return null;
}

/**
 * One day per session, the first as planned, the others by the calendar and never by 24 hours: a series stays at its
 * time of day over a change of the clock. Empty when it cannot be read.
 */
export function datesOf(first: string, repeat: RepeatDraft): string[] {
  const every = wholeUpTo(repeat.every, MOST_APART);
  if (repeatProblem(repeat) !== null || !isPlannable(first)) return [];
  const days = (every ?? 1) * (repeat.unit === 'weeks' ? 7 : 1);
  return Array.from({ length: countOf(repeat) }, (_, at) =>
    at === 0 ? first : (repeat.byHand[at] ?? addDays(first, at * days)),
  );
}

/** The plan of one session of the series. */
export function onDate(draft: PlanDraft, date: string): PlanDraft {
  return { ...draft, date };
}

/** Another first day or another distance makes other dates: what was set by hand belonged to the old ones. */
export function changedRepeat(before: RepeatDraft, change: Partial<RepeatDraft>): RepeatDraft {
  const after = { ...before, ...change };
  const moved = after.every !== before.every || after.unit !== before.unit;
  return moved ? { ...after, byHand: {} } : after;
}
