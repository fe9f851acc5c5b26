import type { Scheduler } from './scheduler.ts';

/** The page looks at the clock so often … */
export const TICK_MS = 1_000;
/** … and has stood still when so much time passed without a tick or a frame. */
export const STOOD_STILL_MS = 3_000;

export interface StillWatch {
  /** Something runs now. False: nothing had run for a while before it. */
  ran(): boolean;
  start(): void;
  stop(): void;
}

/**
 * Notices that this page stood still: a tablet that slept, a tab that was frozen. Timers stop with it, so only the
 * clock can tell. A clock that was put back looks no better: neither can be reckoned with.
 */
export function createStillWatch(scheduler: Scheduler, stoodStill: () => void): StillWatch {
  let ranAtMs = scheduler.nowMs();
  let cancel = () => {};

  function ran(): boolean {
    const passedMs = scheduler.nowMs() - ranAtMs;
    ranAtMs = scheduler.nowMs();
    return passedMs <= STOOD_STILL_MS && passedMs >= -TICK_MS;
  }

  function next(): void {
    cancel();
    cancel = scheduler.after(TICK_MS, () => {
      next();
      if (!ran()) stoodStill();
    });
  }

  return {
    ran,
    start() {
      ranAtMs = scheduler.nowMs();
      next();
    },
    stop: () => cancel(),
  };
}
