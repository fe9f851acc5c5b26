import type { Scheduler } from './scheduler.ts';

export interface ManualTime extends Scheduler {
  /** Turns the clock on, running what falls due in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until a test turns it. */
export function manualTime(startMs = Date.UTC(2026, 10, 24, 15, 0)): ManualTime {
  let nowMs = startMs;
  let due: { atMs: number; task: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    after(delayMs, task) {
      const timer = { atMs: nowMs + delayMs, task };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settled();
      for (;;) {
        const next = due.toSorted((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined || next.atMs > untilMs) break;
        due = due.filter((other) => other !== next);
        nowMs = next.atMs;
        next.task();
        await settled();
      }
      nowMs = untilMs;
    },
  };
}

/** Every promise that can settle without time passing has settled. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
