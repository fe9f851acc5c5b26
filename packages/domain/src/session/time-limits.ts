import { type Refusal, refuse } from '../refusals.ts';
import { AHEAD_TOLERANCE_MS, BEFORE_START_LIMIT_MS } from '../time.ts';
import type { SessionState } from './state.ts';

/** VIT-5: at most 2 minutes ahead of the server, at most 24 h before the start unless copied from paper. */
export function timeRefusal(
  happenedAt: string,
  field: string,
  state: SessionState,
  nowMs: number,
): Refusal | null {
  const ms = Date.parse(happenedAt);
  if (ms > nowMs + AHEAD_TOLERANCE_MS) return refuse('time-ahead', { field });
  const startMs = state.startedAt === null ? nowMs : Date.parse(state.startedAt);
  const early = ms < startMs - BEFORE_START_LIMIT_MS;
  return early && state.origin !== 'transcribed' ? refuse('time-too-early', { field }) : null;
}
