import { STALE_AFTER_MS } from '@tandem/wire';
import type { Scheduler } from './scheduler.ts';
import type { Doubt } from './socket-states.ts';

/**
 * Ms after the moment that the last `current` proves at which a screen says that it is not current: short of the five
 * seconds of the promise by what drawing the words takes (docs/decisions/0008-the-curtain-falls-early.md).
 */
export const CURTAIN_FALLS_MS = STALE_AFTER_MS - 700;

/** Is this up to date? `current` only while that is proven for a moment within CURTAIN_FALLS_MS. */
export type Currency =
  | { readonly type: 'loading' }
  | {
      readonly type: 'current';
      /** Device clock of the last moment for which it is proven, as of now: nothing is drawn anew for it. */
      provenAtMs(): number;
    }
  | {
      readonly type: 'not-current';
      /** Device clock of the last moment for which it was proven, or of the first look without one. */
      readonly sinceMs: number;
      /** False: of no moment is it known that this was all there is. */
      readonly isProven: boolean;
      readonly because: Doubt;
    };

export interface CurrencyWatch {
  now(): Currency;
  /** The server says that this is current as of `ageMs` ago. Infinity: of no moment that is known. */
  heard(ageMs: number): void;
  /** `stood-still`: not current from this moment on. Anything else: why, once the curtain falls by itself. */
  doubt(why: Doubt): void;
  /** Read again from the beginning: what comes is not known yet. */
  loading(): void;
  close(): void;
}

/** The stale curtain: falls CURTAIN_FALLS_MS after the last moment proven, or after the first look without one. */
export function createCurrencyWatch(scheduler: Scheduler, changed: () => void): CurrencyWatch {
  let currency: Currency = { type: 'loading' };
  let sinceMs = scheduler.nowMs();
  let isProven = false;
  /** The last moment proven, on the clock that nobody sets; minus infinity when it cannot be reckoned with any more. */
  let newestMs = Number.NEGATIVE_INFINITY;
  let because: Doubt = 'silence';
  let cancel = scheduler.after(CURTAIN_FALLS_MS, fall);

  function fall(): void {
    cancel();
    currency = { type: 'not-current', sinceMs, isProven, because };
    changed();
  }

  function rise(): void {
    if (currency.type === 'current') return;
    currency = { type: 'current', provenAtMs: () => sinceMs };
    changed();
  }

  return {
    now: () => currency,
    heard(ageMs) {
      because = 'silence';
      const atMs = scheduler.elapsedMs() - ageMs;
      // An earlier reading can be answered later, and a line can tell of nothing that is known: no news.
      if (!(atMs > newestMs)) return;
      newestMs = atMs;
      sinceMs = scheduler.nowMs() - ageMs;
      isProven = true;
      if (ageMs < CURTAIN_FALLS_MS) {
        cancel();
        cancel = scheduler.after(CURTAIN_FALLS_MS - ageMs, fall);
        rise();
      } else if (currency.type === 'not-current') fall();
    },
    doubt(why) {
      if (because === why && currency.type === 'not-current') return;
      because = why;
      // No clock is to be reckoned with over a sleep: what comes next was asked for after it.
      if (why === 'stood-still') newestMs = Number.NEGATIVE_INFINITY;
      // A room that is still loading claims nothing; its own time runs on.
      if (currency.type === 'not-current' || (why === 'stood-still' && currency.type === 'current')) fall();
    },
    loading() {
      if (currency.type === 'not-current') cancel = scheduler.after(CURTAIN_FALLS_MS, fall);
      currency = { type: 'loading' };
      isProven = false;
      newestMs = Number.NEGATIVE_INFINITY;
    },
    close: () => cancel(),
  };
}
