import type { Entry } from '@tandem/domain';

const DAY_MS = 86_400_000;
/** Less is a slow network, not an entry that waited on a device. */
const LATE_MS = 60_000;

export interface LateArrival {
  /** Between recording on the device and the log. */
  readonly waitedMs: number;
  /** When the log took it. */
  readonly atMs: number;
}

/**
 * What waited longest on a device, of all that came in during the last 24 hours. Devices without a network cannot say
 * that something waits on them; once they are back, what they bring says how long it did.
 */
export class LateArrivals {
  /** By time, and each later one waited less: whatever is left at the front is the longest. */
  private readonly kept: LateArrival[] = [];

  came(entries: readonly Pick<Entry, 'context' | 'recordedAt'>[]): void {
    for (const { context, recordedAt } of entries) {
      if (context?.composedAt === undefined) continue;
      const atMs = Date.parse(recordedAt);
      const waitedMs = atMs - Date.parse(context.composedAt);
      if (waitedMs >= LATE_MS) this.keep({ waitedMs, atMs });
    }
  }

  private keep(arrival: LateArrival): void {
    while (this.kept.length > 0 && (this.kept.at(-1) as LateArrival).waitedMs <= arrival.waitedMs)
      this.kept.pop();
    this.kept.push(arrival);
  }

  /** @param nowMs by the clock of the log */
  longest(nowMs: number): LateArrival | null {
    while (this.kept.length > 0 && (this.kept[0] as LateArrival).atMs < nowMs - DAY_MS) this.kept.shift();
    return this.kept[0] ?? null;
  }
}
