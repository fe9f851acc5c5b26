import { createContext, useContext, useSyncExternalStore } from 'react';

/**
 * The time on this screen: the device's clock, set right by the server's. A tablet that runs five minutes fast
 * would otherwise stamp every reading in the future and have it refused.
 */
let offsetMs: number | null = null;

/** Device minus server, as last measured on the live line; null before the first. */
export function clockOffsetMs(): number | null {
  return offsetMs;
}

export function setClockOffset(ms: number): void {
  offsetMs = Math.round(ms);
}

export function serverNowMs(): number {
  return toServerMs(Date.now());
}

/** A moment of the device's clock as the clinic's clock showed it. */
export function toServerMs(deviceMs: number): number {
  return deviceMs - (offsetMs ?? 0);
}

/** A clock that a part of the page is shown by instead: that of a replay. */
export interface ShownClock {
  readonly nowMs: () => number;
  readonly subscribe: (changed: () => void) => () => void;
}
export const ClockContext = createContext<ShownClock | null>(null);

/** Reads the time that this part of the page shows; outside of a replay, the server's. */
export function useClock(): () => number {
  return useContext(ClockContext)?.nowMs ?? serverNowMs;
}

/**
 * Now, rounded down to `everyMs`, re-rendering the caller each time it passes. Used in leaves only: a tick must
 * never reach a chart.
 */
export function useNow(everyMs: number): number {
  const shown = useContext(ClockContext);
  const nowMs = shown?.nowMs ?? serverNowMs;
  return useSyncExternalStore(
    shown?.subscribe ?? ((changed) => onEvery(everyMs, changed)),
    () => Math.floor(nowMs() / everyMs) * everyMs,
  );
}

function onEvery(everyMs: number, changed: () => void): () => void {
  let timer = 0;
  const next = () => {
    timer = window.setTimeout(
      () => {
        changed();
        next();
      },
      everyMs - (serverNowMs() % everyMs),
    );
  };
  next();
  return () => window.clearTimeout(timer);
}
