import type { HintFrom } from './hints.ts';

/** A hint is back within milliseconds; one that takes this long does not come. */
const WAIT_MS = 2_000;
/** An answer counts this long, however often it is asked for: each asking is a NOTIFY. */
const KEPT_MS = 5_000;

/**
 * When hints were heard, and whether they come through at all. That LISTEN was accepted says little: a pooler in
 * front of PostgreSQL takes it and loses it, and a half-open connection hears nothing (reliability.md, A7). So
 * the process sends itself a hint and waits to hear it.
 */
export class Hearing {
  /** By the database's clock, ms; null: none since the start. */
  private lastMs: Record<HintFrom, number | null> = { own: null, others: null };
  private readonly waiting = new Set<() => void>();
  private kept: { readonly answer: Promise<boolean>; readonly untilMs: number } | null = null;

  constructor(
    private readonly sendEcho: () => Promise<void>,
    private readonly nowMs: () => number,
    private readonly waitMs = WAIT_MS,
  ) {}

  heard(from: HintFrom): void {
    this.lastMs[from] = this.nowMs();
    if (from === 'others') return;
    for (const tell of this.waiting) tell();
    this.waiting.clear();
  }

  /** When a hint was heard last, ms by the database's clock; null: never since the start. */
  last(from: HintFrom): number | null {
    return this.lastMs[from];
  }

  /** Whether a hint that is sent now is heard here, at most {@link KEPT_MS} old. */
  comesThrough(): Promise<boolean> {
    const nowMs = performance.now();
    if (this.kept === null || this.kept.untilMs < nowMs)
      this.kept = { answer: this.ask(), untilMs: nowMs + KEPT_MS };
    return this.kept.answer;
  }

  private ask(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        clearTimeout(late);
        this.waiting.delete(tell);
        resolve(came);
      };
      const tell = () => settle(true);
      const late = setTimeout(() => settle(false), this.waitMs);
      this.waiting.add(tell);
      this.sendEcho().catch(() => settle(false));
    });
  }
}
