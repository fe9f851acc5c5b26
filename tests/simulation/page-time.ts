import type { Scheduler } from '../../apps/web/src/data/scheduler.ts';
import type { World } from './world.ts';

/** One device's clock and its sleep, for all of its pages. */
export interface DeviceTime {
  /** Device minus right time. */
  skewMs: number;
  /** When it was last moved, virtual ms. */
  movedAtMs: number;
  /** Since when it sleeps, virtual ms; null while it is awake. */
  asleepSinceMs: number | null;
  /** How long timers and the clock that nobody sets have stood still so far, ms. */
  stoodMs: number;
  /** Timers do not count this sleep: what was due in it comes so much later. Else it comes on waking. */
  timersStop: boolean;
  /** What waits for the device to wake, and for how long after that. */
  held: { readonly task: () => void; readonly delayMs: number }[];
}

/** The scheduler of one page: wrong as its device's clock, still while it sleeps, gone with the page. */
export class PageTime implements Scheduler {
  alive = true;

  constructor(
    private readonly world: World,
    private readonly device: DeviceTime,
  ) {}

  nowMs(): number {
    return Math.floor(this.world.trueMs() + this.device.skewMs);
  }

  elapsedMs(): number {
    return this.world.time.nowMs - this.device.stoodMs;
  }

  after(delayMs: number, task: () => void): () => void {
    let cancelled = false;
    const { time } = this.world;
    const cancel = time.after(delayMs, () => {
      const { asleepSinceMs, timersStop } = this.device;
      const leftMs = asleepSinceMs !== null && timersStop ? time.nowMs - asleepSinceMs : 0;
      this.whenAwake(leftMs, () => {
        if (!cancelled) task();
      });
    });
    return () => {
      cancelled = true;
      cancel();
    };
  }

  /** `task` as this page gets to it: now, once the device is awake, or never. */
  awake(task: () => void): void {
    this.whenAwake(0, task);
  }

  private whenAwake(delayMs: number, task: () => void): void {
    if (!this.alive) return;
    if (this.device.asleepSinceMs === null) task();
    else this.device.held.push({ delayMs, task: () => this.alive && task() });
  }
}
