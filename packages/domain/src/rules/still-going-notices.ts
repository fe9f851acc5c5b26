import type { SessionState } from '../session/state.ts';
import type { Raised } from './notice.ts';
import { STILL_GOING_MS } from './still-going.ts';

/**
 * "Still going?" for every hour or more without an entry while a session was in progress (END-3). The next entry,
 * whatever it is, ends the silence: it settles the notice, and so does the end of the session.
 */
export function stillGoingNotices(state: SessionState, nowMs: number): Raised[] {
  const found: Raised[] = [];
  let before: { id: string; ms: number } | null = null;
  const close = (toMs: number, settledMs: number | null) => {
    if (before === null || toMs - before.ms < STILL_GOING_MS) return;
    found.push({
      ruleId: 'still-going',
      by: before.id,
      entryId: null,
      priority: 'low',
      emergency: false,
      facts: { type: 'still-going', minutes: Math.floor((toMs - before.ms) / 60_000) },
      sinceMs: before.ms + STILL_GOING_MS,
      recheckedMs: [],
      settledMs,
      supersededBy: null,
      seenBy: [],
    });
  };
  for (const { entry } of state.items) {
    const ms = Date.parse(entry.recordedAt);
    close(ms, ms);
    if (entry.kind === 'ended') return found;
    if (before !== null || entry.kind === 'started') before = { id: entry.id, ms };
  }
  close(nowMs, null);
  return found;
}
