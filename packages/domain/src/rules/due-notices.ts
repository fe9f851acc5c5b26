import { recorderOf } from '../entries/entry-kind.ts';
import type { SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import type { NoticePriority, Raised } from './notice.ts';
import { DUE_FROM_MS, LATE_FROM_MS, type VitalsSlot, vitalsSlots } from './vitals-due.ts';
import { studyDoses } from './vitals-schedule.ts';

const MINUTE = 60_000;
const HIGH_FROM_MS = 15 * MINUTE;
/** Late vital signs are High only while the medicine is fresh. */
const AFTER_DOSE_MS = 60 * MINUTE;

/**
 * Sets that are due (Low), late (Medium) or long late within an hour of a dose (High): NTC-7. Taking the set is
 * acting on it: whoever took it has seen it.
 */
export function dueNotices(state: SessionState, nowMs: number): Raised[] {
  const doses = studyDoses(state).map(({ startMs }) => startMs);
  return vitalsSlots(state, nowMs).map((slot) => {
    const taken = slot.answer ?? slot.passedBy;
    const takenMs = taken === null ? null : taken.happenedMs;
    const untilMs = Math.min(takenMs ?? nowMs, endMs(state));
    const { priority, sinceMs } = stageOf(slot, untilMs, doses);
    const settledMs = takenMs ?? (state.endedAt === null ? null : endMs(state));
    return {
      ruleId: 'vitals-due',
      by: formatInstant(slot.startMs),
      entryId: null,
      priority,
      emergency: false,
      facts: { type: 'vitals-due', slotAt: formatInstant(slot.startMs) },
      sinceMs,
      recheckedMs: [],
      settledMs,
      supersededBy: null,
      seenBy:
        taken === null ? [] : [{ by: recorderOf(taken.item.entry), atMs: Math.max(settledMs ?? 0, sinceMs) }],
    };
  });
}

function endMs({ endedAt }: SessionState): number {
  return endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(endedAt);
}

/** The worst that a slot has come to by then. */
function stageOf(
  { startMs }: VitalsSlot,
  untilMs: number,
  doses: readonly number[],
): { priority: NoticePriority; sinceMs: number } {
  const highMs = startMs + HIGH_FROM_MS;
  const fresh = doses.some((doseMs) => doseMs <= highMs && highMs - doseMs <= AFTER_DOSE_MS);
  if (untilMs > highMs && fresh) return { priority: 'high', sinceMs: highMs };
  if (untilMs > startMs + LATE_FROM_MS) return { priority: 'medium', sinceMs: startMs + LATE_FROM_MS };
  return { priority: 'low', sinceMs: startMs + DUE_FROM_MS };
}
