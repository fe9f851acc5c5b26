/**
 * Is it time to lock? A clock that was put back, or a device that was asleep, counts as not touched for as long as its
 * clock says, and never as touched in the future.
 * @param usedMs when the device was touched last, ms since the epoch by its own clock
 * @param minutes without a touch, as the clinic chose; others where a session runs: who watches is not away
 */
export function lockDue(usedMs: number, nowMs: number, minutes: number): boolean {
  return Math.abs(nowMs - usedMs) >= minutes * 60_000;
}
