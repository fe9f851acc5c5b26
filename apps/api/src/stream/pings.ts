import { FRESH_MS } from './hub.ts';

/**
 * When the pings of one socket came. A `current` tells back the last that had come before its reading was asked for:
 * whoever sent it knows then that the screen has everything that was stored at that moment, however long the frame
 * was on its way. One that came later says nothing about the reading.
 */
export class Pings {
  private readonly come: { readonly n: number; readonly atMs: number }[] = [];

  constructor(
    /** Monotonic milliseconds, of the same clock as the hub's. */
    private readonly nowMs: () => number,
  ) {}

  /** One that is not above the last, doubled or overtaken, says nothing new. */
  came(n: number): void {
    if (n <= (this.come.at(-1)?.n ?? 0)) return;
    const atMs = this.nowMs();
    this.come.push({ n, atMs });
    // No `current` rests on an older reading: of the pings before that only the last is asked for.
    while ((this.come[1]?.atMs ?? atMs) < atMs - FRESH_MS) this.come.shift();
  }

  /** The last that had come at `atMs`, at most FRESH_MS ago; 0 for none. */
  by(atMs: number): number {
    return this.come.findLast((ping) => ping.atMs <= atMs)?.n ?? 0;
  }
}
