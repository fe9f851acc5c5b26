import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import { slotStarts } from './vitals-schedule.ts';

const MINUTE = 60_000;
/** Due from 3 minutes before a slot's start to 5 minutes after it; late from there (clinical.md 1.4). */
export const DUE_FROM_MS = -3 * MINUTE;
export const LATE_FROM_MS = 5 * MINUTE;

/** A set that was due, and what became of it. */
export interface VitalsSlot {
  readonly startMs: number;
  /** The set that was taken for it, or that says why there is none; null while it is open. */
  readonly answer: Standing<'vital-signs'> | null;
  /** The first set after an unanswered slot: vital signs are known again, the slot stays missed. */
  readonly passedBy: Standing<'vital-signs'> | null;
}

/**
 * Slots with their answers (DUE-3): each set answers the nearest slot that is open and due; a late one never answers
 * two. By when sets were taken, so that the order of arrival makes no difference.
 */
export function vitalsSlots(state: SessionState, untilMs: number): VitalsSlot[] {
  const lastMs = state.endedAt === null ? untilMs : Math.min(untilMs, Date.parse(state.endedAt));
  const starts = slotStarts(state, lastMs - DUE_FROM_MS);
  const sets = standing(state, 'vital-signs').map((set) => ({ set, atMs: Date.parse(set.happenedAt) }));
  const answers = new Map<number, Standing<'vital-signs'>>();
  for (const { set, atMs } of sets) {
    let nearest: number | null = null;
    for (const start of starts) {
      if (answers.has(start) || atMs < start + DUE_FROM_MS) continue;
      if (nearest === null || Math.abs(atMs - start) < Math.abs(atMs - nearest)) nearest = start;
    }
    if (nearest !== null) answers.set(nearest, set);
  }
  return starts.map((startMs) => {
    const answer = answers.get(startMs) ?? null;
    const passedBy = answer === null ? (sets.find(({ atMs }) => atMs > startMs)?.set ?? null) : null;
    return { startMs, answer, passedBy };
  });
}

export interface VitalsDue {
  /** Start of the slot that is due now or next. */
  readonly at: string;
  /** When a set counts for it and is not late. */
  readonly window: { readonly from: string; readonly to: string };
  readonly late: boolean;
}

/**
 * Which set is due now or next: the oldest slot that is still open, or the next to come. Before the first dose, one
 * interval of the protocol after the last set or the start (DUE-1): to be ready, never late.
 * @returns null when the session is not in progress, or nothing says when
 */
export function vitalsDue(state: SessionState, nowMs: number): VitalsDue | null {
  if (state.status !== 'in-progress' || state.startedAt === null) return null;
  // A day ahead holds the next slot of any protocol.
  const open = vitalsSlots(state, nowMs + 24 * 60 * MINUTE).find(
    ({ answer, passedBy }) => answer === null && passedBy === null,
  );
  if (open !== undefined) return dueAt(open.startMs, nowMs > open.startMs + LATE_FROM_MS);
  const everyMinutes = state.pins?.protocol.data.vitalsEveryMinutes;
  if (everyMinutes === undefined) return null;
  const lastAt = standing(state, 'vital-signs').at(-1)?.happenedAt ?? state.startedAt;
  return dueAt(Date.parse(lastAt) + everyMinutes * MINUTE, false);
}

function dueAt(startMs: number, late: boolean): VitalsDue {
  const window = { from: formatInstant(startMs + DUE_FROM_MS), to: formatInstant(startMs + LATE_FROM_MS) };
  return { at: formatInstant(startMs), window, late };
}
