/** Minutes without a touch until the screen locks. */
export const LOCK_AFTER_MINUTES = 10;
/** The same on a device that stands in a room in which a session runs: who watches is not away. */
export const LIVE_LOCK_AFTER_MINUTES = 30;

/**
 * Is it time to lock? A clock that was put back, or a device that was asleep, counts as not touched for as long as its
 * clock says, and never as touched in the future.
 * @param usedMs when the device was touched last, ms since the epoch by its own clock
 */
export function lockDue(usedMs: number, nowMs: number, live: boolean): boolean {
  const minutes = live ? LIVE_LOCK_AFTER_MINUTES : LOCK_AFTER_MINUTES;
  return Math.abs(nowMs - usedMs) >= minutes * 60_000;
}
