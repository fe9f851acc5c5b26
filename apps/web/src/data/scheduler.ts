/** Time as a parameter: production passes the browser's, tests pass one they turn by hand. */
export interface Scheduler {
  /** Milliseconds since the epoch by this device's own clock. */
  nowMs(): number;
  /** Milliseconds since some moment, on a clock that nobody sets; it may stand still while the device sleeps. */
  elapsedMs(): number;
  /** Runs `task` once after `delayMs`; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export const browserScheduler: Scheduler = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

export const BACKOFF_MIN_MS = 250;
export const BACKOFF_MAX_MS = 10_000;

/**
 * Wait before try number `attempt` (1 for the first retry), in milliseconds: anywhere from the least wait up to a
 * bound that doubles, so that the tablets of a clinic do not all come back in the same instant.
 * @param random 0 up to 1
 */
export function backoffMs(attempt: number, random: () => number): number {
  const most = Math.min(BACKOFF_MAX_MS, BACKOFF_MIN_MS * 4 * 2 ** (attempt - 1));
  return Math.round(BACKOFF_MIN_MS + (most - BACKOFF_MIN_MS) * random());
}
