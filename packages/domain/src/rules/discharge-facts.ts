import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

export const MINUTE = 60_000;

/** What is recorded about one row of going home. */
export interface Fact {
  /** With its numbers. */
  readonly fact: string;
  /** What would meet it; null when it is met. */
  readonly needs: string | null;
  /** No reason of anybody makes it right. */
  readonly never?: boolean;
}

/**
 * Works a row out at a moment; null where this session is not asked it.
 * @param atMs the moment that is judged
 */
export type FactOf = (state: SessionState, atMs: number) => Fact | null;

/** Limits of going home (clinical.md 6, points 2 and 3). */
export const goingHome = {
  /** mmHg: the systolic pressure from the first to below the second, the diastolic below its own. */
  systolic: { from: 90, below: 160 },
  diastolic: { below: 100 },
  /** Of the baseline, or below this pressure (PADSS [S44]). */
  withinPercent: 20,
  below: { systolic: 140, diastolic: 90 },
  heartRate: { low: 50, high: 110 },
  respiratoryRate: { low: 10, high: 24 },
  /** % on room air, or the client's own baseline. */
  spo2: 94,
  moaas: 5,
  /** The last two sets are at least so far apart, and the last one at most so old. Minutes. */
  apartMinutes: 15,
  freshMinutes: 15,
  reversalMinutes: 120,
} as const;

/** Sets of vital signs that were taken by then: one that lies ahead says nothing yet. */
export function setsUntil(state: SessionState, atMs: number): Standing<'vital-signs'>[] {
  return standing(state, 'vital-signs').filter(({ happenedMs }) => happenedMs <= atMs);
}

/** Whole minutes that have passed since then. */
export function minutesSince(thenMs: number, atMs: number): number {
  return Math.floor((atMs - thenMs) / MINUTE);
}

/** Something measured, with its age: "HR 72 /min", "MOAA/S 5, 20 min old". */
export function agedWords(words: string, age: number): string {
  return isFresh(age) ? words : `${words}, ${age} min old`;
}

export function isFresh(age: number): boolean {
  return age <= goingHome.freshMinutes;
}
