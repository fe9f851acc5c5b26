import type { BoardSession } from '@tandem/wire';
import { REPEAT_MS, type UnseenHigh } from './sound-due.ts';

type Worst = BoardSession['worstNotice'];

/** Since when this page knows the worst notice of a room by the board; null sinceMs: it stood there already. */
export interface Watched {
  readonly id: string;
  readonly sinceMs: number | null;
}

/** Follows the worst notice of one room: a new one is dated, one that stood there when the page came is not. */
export function watchWorst(before: Watched | null | undefined, worst: Worst, nowMs: number): Watched | null {
  if (worst === null) return null;
  if (before?.id === worst.noticeId) return before;
  return { id: worst.noticeId, sinceMs: before === undefined ? null : nowMs };
}

/**
 * The board does not say who has seen a notice, but calls the clinic for a High that stands unseen for a minute
 * (NTC-8). Until then one that this page saw come is unseen (SND-3).
 */
export function unseenOnBoard(watched: Watched | null, worst: Worst, nowMs: number): UnseenHigh[] {
  if (worst === null || watched === null || worst.priority !== 'high') return [];
  const isNew = watched.sinceMs !== null && nowMs - watched.sinceMs < REPEAT_MS;
  return worst.escalation > 0 || isNew ? [{ id: worst.noticeId, raisedMs: watched.sinceMs ?? 0 }] : [];
}
