import { protocolOf } from '../protocol/protocol.ts';
import type { SessionState } from '../session/state.ts';
import { DUE_FROM_MS } from './vitals-due.ts';
import { slotStarts, studyDoses } from './vitals-schedule.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A reading is old this long after the next one should have been there (ux.md 2.11). */
export const OLD_AFTER_MS = 3 * MINUTE;

/**
 * From when a reading no longer says how the client is now: 3 minutes after the set that follows it was due (DSP-3).
 * A reading from before the first dose is due again at the protocol's interval.
 * @param takenMs when it was taken, in milliseconds since the epoch
 * @returns milliseconds since the epoch
 */
export function oldFromMs(state: SessionState, takenMs: number): number {
  // A set answers a slot from 3 minutes before its start, so the next one is further away than that.
  const nextMs = slotStarts(state, takenMs + DAY).find((startMs) => startMs > takenMs - DUE_FROM_MS);
  const everyMs = protocolOf(state).vitalsEveryMinutes * MINUTE;
  const [first] = studyDoses(state);
  const isBefore = first === undefined || takenMs < first.startMs;
  const againMs = isBefore ? Math.min(nextMs ?? Number.POSITIVE_INFINITY, takenMs + everyMs) : nextMs;
  return (againMs ?? takenMs + everyMs) + OLD_AFTER_MS;
}
