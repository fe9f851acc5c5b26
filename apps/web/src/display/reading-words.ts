import type { StaffSideSession } from '@tandem/wire';
import { wallWords as text } from '../words/wall-words.ts';

/** Whole minutes since then, never under 0: a device whose clock is a little fast records ahead. */
export function ageMinutes(at: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(at)) / 60_000));
}

/** When the next set is due: a countdown, "Due now" for a minute, how late it is; null where nothing says when. */
export function dueWords({ nextDueAt }: Pick<StaffSideSession, 'nextDueAt'>, nowMs: number): string | null {
  if (nextDueAt === null) return null;
  const leftMs = Date.parse(nextDueAt) - nowMs;
  if (leftMs > 0) {
    const seconds = Math.ceil(leftMs / 1_000);
    return text.next(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
  }
  const minutes = ageMinutes(nextDueAt, nowMs);
  return minutes < 1 ? text.due : text.late(minutes);
}
