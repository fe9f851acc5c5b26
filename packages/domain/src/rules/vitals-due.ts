import type { VitalSigns } from '../entries/vital-signs.ts';
import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import { slotStarts, studyDoses } from './vitals-schedule.ts';

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
 * two. A set that was deferred is due again after the minutes it says, unless another is due at that moment (DUE-5).
 * By when sets were taken, so that the order of arrival makes no difference.
 */
export function vitalsSlots(state: SessionState, untilMs: number): VitalsSlot[] {
  const lastMs = state.endedAt === null ? untilMs : Math.min(untilMs, Date.parse(state.endedAt));
  const untilStart = lastMs - DUE_FROM_MS;
  const starts = slotStarts(state, untilStart);
  const sets = standing(state, 'vital-signs').map((set) => ({ set, atMs: set.happenedMs }));
  const answers = new Map<number, Standing<'vital-signs'>>();
  for (const { set, atMs } of sets) {
    let nearest: number | null = null;
    for (const start of starts) {
      if (answers.has(start) || atMs < start + DUE_FROM_MS) continue;
      if (nearest === null || Math.abs(atMs - start) < Math.abs(atMs - nearest)) nearest = start;
    }
    if (nearest !== null) answers.set(nearest, set);
    const minutes = deferredMinutes(set.data);
    if (minutes === null || starts.length === 0) continue;
    const againMs = atMs + minutes * MINUTE;
    const dueThen = (start: number) =>
      !answers.has(start) && againMs >= start + DUE_FROM_MS && againMs <= start + LATE_FROM_MS;
    if (
      againMs > untilStart ||
      slotStarts(state, againMs - DUE_FROM_MS).some(dueThen) ||
      starts.some(dueThen)
    )
      continue;
    const at = starts.findIndex((start) => start > againMs);
    starts.splice(at < 0 ? starts.length : at, 0, againMs);
  }
  return starts.map((startMs) => {
    const answer = answers.get(startMs) ?? null;
    const passedBy = answer === null ? (sets.find(({ atMs }) => atMs > startMs)?.set ?? null) : null;
    return { startMs, answer, passedBy };
  });
}

/** After how many minutes a set, or the first sign of it, is to be tried again; null when nothing was deferred. */
function deferredMinutes({ notMeasured = [] }: VitalSigns): number | null {
  const minutes = notMeasured.flatMap((one) =>
    one.outcome === 'deferred' ? (one.deferredMinutes ?? []) : [],
  );
  return minutes.length === 0 ? null : Math.min(...minutes);
}

export interface VitalsDue {
  /** Start of the slot that is due now or next. */
  readonly at: string;
  /** When a set counts for it and is not late. */
  readonly window: { readonly from: string; readonly to: string };
  readonly late: boolean;
}

/**
 * Starts of the sets that are still to be taken until `toMs`, oldest first: the oldest slot that is open and those
 * after it. Before the first dose, at the protocol's interval from the last set or the start (DUE-1): to be ready.
 * @returns none when the session is not in progress, or nothing says when
 */
export function openSlots(state: SessionState, toMs: number): number[] {
  if (state.status !== 'in-progress' || state.startedAt === null) return [];
  if (studyDoses(state).length > 0) {
    return vitalsSlots(state, toMs + DUE_FROM_MS)
      .filter(({ answer, passedBy }) => answer === null && passedBy === null)
      .map(({ startMs }) => startMs);
  }
  const everyMinutes = state.pins?.protocol.data.vitalsEveryMinutes;
  if (everyMinutes === undefined) return [];
  const last = standing(state, 'vital-signs').at(-1);
  const lastMs = Date.parse(last?.happenedAt ?? state.startedAt);
  const first = (last === undefined ? null : deferredMinutes(last.data)) ?? everyMinutes;
  const starts: number[] = [];
  for (let at = lastMs + first * MINUTE; at <= toMs; at += everyMinutes * MINUTE) starts.push(at);
  return starts;
}

/** Which set is due now or next; late only once there is medicine to be late for. Null as {@link openSlots}. */
export function vitalsDue(state: SessionState, nowMs: number): VitalsDue | null {
  // A day ahead holds the next slot of any protocol.
  const [startMs] = openSlots(state, nowMs + 24 * 60 * MINUTE);
  if (startMs === undefined) return null;
  return {
    at: formatInstant(startMs),
    window: { from: formatInstant(startMs + DUE_FROM_MS), to: formatInstant(startMs + LATE_FROM_MS) },
    late: studyDoses(state).length > 0 && nowMs > startMs + LATE_FROM_MS,
  };
}
