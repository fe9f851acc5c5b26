import type { Item, SessionState } from '../session/state.ts';

/** A session without an entry for so long asks whether it still goes on (clinic policy). */
export const STILL_GOING_MS = 60 * 60_000;

/**
 * Minutes since the last entry of a session in progress, once that is an hour: "Still going?" Null otherwise (END-3).
 * Whatever is recorded answers it, and so does the end.
 */
export function silentMinutes(state: SessionState, nowMs: number): number | null {
  if (state.status !== 'in-progress') return null;
  // Its start is an entry, so there is a last one.
  const last = state.items.at(state.lastSeq - 1) as Item;
  const silentMs = nowMs - Date.parse(last.entry.recordedAt);
  return silentMs >= STILL_GOING_MS ? Math.floor(silentMs / 60_000) : null;
}
