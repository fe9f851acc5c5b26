import type { Scheduler } from './scheduler.ts';

export interface ManualTime extends Scheduler {
  /** Turns the clock on, running what falls due in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** The clock goes on (or is put back) and nothing runs; timers do not count it, as on a tablet that sleeps. */
  sleep(ms: number): void;
}

/** A clock that stands still until a test turns it. */
export function manualTime(startMs = Date.UTC(2026, 10, 24, 15, 0)): ManualTime {
  let elapsedMs = 0;
  let sleptMs = 0;
  let due: { atMs: number; task: () => void }[] = [];
  return {
    nowMs: () => startMs + elapsedMs + sleptMs,
    elapsedMs: () => elapsedMs,
    after(delayMs, task) {
      const timer = { atMs: elapsedMs + delayMs, task };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const untilMs = elapsedMs + ms;
      await settled();
      for (;;) {
        const next = due.toSorted((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined || next.atMs > untilMs) break;
        due = due.filter((other) => other !== next);
        elapsedMs = next.atMs;
        next.task();
        await settled();
      }
      elapsedMs = untilMs;
    },
    sleep(ms) {
      sleptMs += ms;
    },
  };
}

/** Every promise that can settle without time passing has settled. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
