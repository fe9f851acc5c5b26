import { ECHO_SINCE_WIRE } from '@tandem/wire';
import type { Scheduler } from './scheduler.ts';

/** On a prompt line the last ping is at most so old when the server reads what it calls current. */
export const PING_EVERY_MS = 1_000;
/** Of so many pings it is known when they were sent: for a line that is a minute late. */
const REMEMBERED = 64;

/**
 * Tells how old it is what the server says, without asking what the time is there: a `current` that tells back a
 * ping speaks of no earlier moment than that in which the ping was sent, however long either was on its way.
 */
export interface Echo {
  /** A new socket, greeted by a server of this wire: it counts anew, and knows nothing of the pings of another. */
  begin(wire: number): void;
  /** Something is expected, or came: pings now if the last one is a while ago, and goes on by itself. */
  stir(): void;
  /** Ms since the moment that a `current` with this `heard` proves; Infinity when it proves none. */
  ageMs(heard: number | undefined): number;
}

export interface EchoParts {
  readonly scheduler: Scheduler;
  /** There is somebody to ask, and something that they say is waited for. */
  readonly asks: () => boolean;
  readonly send: (n: number) => void;
}

export function createEcho({ scheduler, asks, send }: EchoParts): Echo {
  let sent = new Map<number, { readonly nowMs: number; readonly elapsedMs: number }>();
  let last = 0;
  let isUnderstood = false;
  let cancel = () => {};

  function ping(): void {
    cancel();
    if (!isUnderstood || !asks()) return;
    last += 1;
    sent.set(last, { nowMs: scheduler.nowMs(), elapsedMs: scheduler.elapsedMs() });
    sent.delete(last - REMEMBERED);
    send(last);
    cancel = scheduler.after(PING_EVERY_MS, ping);
  }

  /** By the clock that shows more: one stands still in a sleep, the other can be put back. */
  function sinceMs(n: number): number {
    const ping = sent.get(n);
    if (ping === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(0, scheduler.nowMs() - ping.nowMs, scheduler.elapsedMs() - ping.elapsedMs);
  }

  return {
    begin(wire) {
      cancel();
      sent = new Map();
      last = 0;
      isUnderstood = wire >= ECHO_SINCE_WIRE;
    },
    // Not by the timer alone: a browser wakes a hidden page once a minute, and frames go on coming.
    stir() {
      if (sinceMs(last) >= PING_EVERY_MS) ping();
    },
    // An older server tells nothing back: what it says counts from when it came.
    ageMs: (heard) => (isUnderstood ? sinceMs(heard ?? 0) : 0),
  };
}
