import { STALE_AFTER_MS } from '@tandem/wire';
import { CURTAIN_FALLS_MS } from '../../apps/web/src/data/currency.ts';
import { STOOD_STILL_MS, TICK_MS } from '../../apps/web/src/data/still-watch.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** Deliveries of one moment are told apart by less than this. */
export const SLACK_MS = 50;

/** A screen that says `current` and is not: since when, and how long it may go on. */
interface Behind {
  readonly sinceMs: number;
  readonly allowedMs: number;
}

/** (vi) Holds what the screens claim against the log: nobody says `current` for more than 5 s without what is there. */
export class Claims {
  private readonly pages = new Set<Page>();
  private readonly behind = new Map<Page, Behind>();
  private readonly looking = new Set<Page>();
  /** Of the last `current` that a page heard: how old its news was when it came, and when it was sent. */
  private readonly lastCurrent = new Map<Page, { readonly ageMs: number; readonly sentAtMs: number }>();

  constructor(
    private readonly world: World,
    private readonly found: (what: string) => void,
  ) {}

  follow(page: Page): void {
    this.pages.add(page);
  }

  heardCurrent(page: Page, ageMs: number, sentAtMs: number): void {
    this.lastCurrent.set(page, { ageMs, sentAtMs });
  }

  /** The log has grown. */
  grown(): void {
    for (const page of this.pages) this.look(page);
  }

  /** Something on this page, or in the log, has changed. */
  look(page: Page): void {
    this.endOf(page);
    const missing = this.missing(page);
    if (missing === null || !this.claims(page)) return;
    const committedAtMs = this.world.log.committedAtMs[missing] as number;
    const sinceMs = Math.max(committedAtMs, page.bornAtMs, page.device.wokeAtMs);
    const allowedMs = this.allowedMs(page);
    this.behind.set(page, { sinceMs, allowedMs });
    const leftMs = sinceMs + allowedMs + SLACK_MS - this.world.time.nowMs;
    if (leftMs < 0) this.found(`(vi) ${page.lane} says current without ${missing} for too long`);
    else if (!this.looking.has(page)) {
      this.looking.add(page);
      this.world.time.after(leftMs + 1, () => {
        this.looking.delete(page);
        this.look(page);
      });
    }
  }

  /** A page that stood still may not go on claiming what it claimed before. */
  woke(page: Page, sleptMs: number): void {
    this.behind.delete(page);
    this.look(page);
    if (sleptMs <= STOOD_STILL_MS + TICK_MS) return;
    const { time } = this.world;
    const wokeAtMs = time.nowMs;
    time.after(TICK_MS + SLACK_MS, () => {
      if (wokeAtMs !== page.device.wokeAtMs || !this.claims(page) || this.missing(page) === null) return;
      const saidAtMs = this.lastCurrent.get(page)?.sentAtMs ?? 0;
      if (saidAtMs < wokeAtMs) this.found(`(vi) ${page.lane} woke and still said current`);
    });
  }

  /** For the figures: how long it was, the moment it is over. */
  private endOf(page: Page): void {
    const before = this.behind.get(page);
    if (before === undefined) return;
    this.behind.delete(page);
    if (!page.time.alive || page.device.isAsleep) return;
    const { time, figures } = this.world;
    const forMs = time.nowMs - before.sinceMs;
    figures.longestBehindMs = Math.max(figures.longestBehindMs, forMs);
    if (Math.max(before.allowedMs, this.allowedMs(page)) > STALE_AFTER_MS) return;
    figures.longestBehindPromptMs = Math.max(figures.longestBehindPromptMs, forMs);
  }

  /** A `current` that was long on its way is as old as its way: that comes on top (docs/simulation.md). */
  private allowedMs(page: Page): number {
    return Math.max(STALE_AFTER_MS, CURTAIN_FALLS_MS + (this.lastCurrent.get(page)?.ageMs ?? 0));
  }

  private claims({ time, device, store }: Page): boolean {
    return time.alive && !device.isAsleep && store.view().currency.type === 'current';
  }

  /** The first entry of the log that this screen does not have. */
  private missing({ store }: Page): number | null {
    const next = store.view().confirmed.lastSeq + 1;
    return next <= this.world.log.lastSeq ? next : null;
  }
}
