import { STALE_AFTER_MS } from '@tandem/wire';
import { STOOD_STILL_MS, TICK_MS } from '../../apps/web/src/data/still-watch.ts';
import type { Delivered } from './line.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** Deliveries of one moment are told apart by less than this. */
export const SLACK_MS = 50;
/** For the figures: without a fault a frame takes 40 ms at most. */
const LATE_MS = 100;

/** A screen that says `current` and is not: since when, and whether its line was late then. */
interface Behind {
  readonly sinceMs: number;
  readonly isLate: boolean;
}

/** (vi) Holds what the screens claim against the log: nobody says `current` for more than 5 s without what is there, over any line. */
export class Claims {
  private readonly pages = new Set<Page>();
  private readonly behind = new Map<Page, Behind>();
  private readonly looking = new Set<Page>();
  /** The last `current` that a page heard. */
  private readonly lastCurrent = new Map<Page, Pick<Delivered, 'sentAtMs' | 'cameAtMs'>>();

  constructor(
    private readonly world: World,
    private readonly found: (what: string) => void,
  ) {}

  follow(page: Page): void {
    this.pages.add(page);
  }

  heardCurrent(page: Page, { sentAtMs, cameAtMs }: Delivered): void {
    this.lastCurrent.set(page, { sentAtMs, cameAtMs });
  }

  /** The log has grown. */
  grown(): void {
    for (const page of this.pages) this.look(page);
  }

  /** Something on this page, or in the log, has changed. */
  look(page: Page): void {
    this.endOf(page);
    const missing = this.missing(page);
    if (missing === null) return;
    if (!this.claims(page)) {
      this.lookSince(page, missing);
      return;
    }
    const committedAtMs = this.world.log.committedAtMs[missing] as number;
    const sinceMs = Math.max(committedAtMs, page.bornAtMs, page.device.wokeAtMs);
    this.behind.set(page, { sinceMs, isLate: this.isLate(page) });
    const leftMs = sinceMs + STALE_AFTER_MS + SLACK_MS - this.world.time.nowMs;
    if (leftMs < 0) this.found(`(vi) ${page.lane} says current without ${missing} for too long`);
    else if (!this.looking.has(page)) {
      this.looking.add(page);
      this.world.time.after(leftMs + 1, () => {
        this.looking.delete(page);
        this.look(page);
      });
    }
  }

  /** "Not current since" names a moment at which nothing was missing. A clock that was moved meanwhile names any. */
  private lookSince({ lane, bornAtMs, store, device: { clock, isAsleep } }: Page, missing: number): void {
    const { currency } = store.view();
    const { time, log, trueMs } = this.world;
    if (currency.type !== 'not-current' || !currency.isProven || isAsleep) return;
    if (clock.movedAtMs > bornAtMs) return;
    const sinceMs = currency.sinceMs - clock.skewMs - (trueMs() - time.nowMs);
    const committedAtMs = log.committedAtMs[missing] as number;
    if (committedAtMs < sinceMs - SLACK_MS)
      this.found(`(vi) ${lane} says not current since ${sinceMs} without ${missing} of ${committedAtMs}`);
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
    const line = before.isLate || this.isLate(page) ? 'longestBehindLateMs' : 'longestBehindPromptMs';
    figures[line] = Math.max(figures[line], forMs);
  }

  private isLate(page: Page): boolean {
    const last = this.lastCurrent.get(page);
    return last !== undefined && last.cameAtMs - last.sentAtMs > LATE_MS;
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
