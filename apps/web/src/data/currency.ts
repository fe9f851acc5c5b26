import { STALE_AFTER_MS } from '@tandem/wire';
import type { Scheduler } from './scheduler.ts';
import type { Doubt } from './socket-states.ts';

/**
 * Ms without a `current` after which a screen says that it is not current: short of the five seconds of the
 * promise by what drawing the words takes and by the age that the last `current` had when it came
 * (docs/decisions/0008-the-curtain-falls-early.md).
 */
export const CURTAIN_FALLS_MS = STALE_AFTER_MS - 700;

/** Is this up to date? `current` only while the server said so within CURTAIN_FALLS_MS. */
export type Currency =
  | { readonly type: 'loading' }
  | { readonly type: 'current' }
  | {
      readonly type: 'not-current';
      /** Device clock of the last `current`, or of the first look without one. */
      readonly sinceMs: number;
      readonly because: Doubt;
    };

export interface CurrencyWatch {
  now(): Currency;
  /** The server says that this is current. */
  heard(): void;
  /** `stood-still`: not current from this moment on. Anything else: why, once the curtain falls by itself. */
  doubt(why: Doubt): void;
  /** Read again from the beginning: what comes is not known yet. */
  loading(): void;
  close(): void;
}

/** The stale curtain: falls CURTAIN_FALLS_MS after the last `current`, or after the first look when none ever comes. */
export function createCurrencyWatch(scheduler: Scheduler, changed: () => void): CurrencyWatch {
  let currency: Currency = { type: 'loading' };
  let sinceMs = scheduler.nowMs();
  let because: Doubt = 'silence';
  let cancel = scheduler.after(CURTAIN_FALLS_MS, fall);

  function fall(): void {
    cancel();
    currency = { type: 'not-current', sinceMs, because };
    changed();
  }

  return {
    now: () => currency,
    heard() {
      sinceMs = scheduler.nowMs();
      because = 'silence';
      cancel();
      cancel = scheduler.after(CURTAIN_FALLS_MS, fall);
      if (currency.type === 'current') return;
      currency = { type: 'current' };
      changed();
    },
    doubt(why) {
      if (because === why && currency.type === 'not-current') return;
      because = why;
      // A room that is still loading claims nothing; its own time runs on.
      if (currency.type === 'not-current' || (why === 'stood-still' && currency.type === 'current')) fall();
    },
    loading() {
      currency = { type: 'loading' };
    },
    close: () => cancel(),
  };
}
