const MINUTE = 60_000;
/** Minutes on the axis; it slides rather than rescales, so that a centimetre stays a minute (GTAB-085). */
export const WINDOW_MINUTES = 100;
/** Slides when now passes this part of it: what stands right of it, now never reaches. */
export const NOW_AT_MOST = 0.75;
const TICK_MINUTES = 10;
/** No more labels than can be read side by side. */
const MOST_TICKS = 12;

export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
  readonly ticks: readonly number[];
}

/**
 * What the time axis shows: 100 minutes from just before the first thing that happened, sliding in steps of ten
 * minutes; after the end the session as a whole.
 */
export function timeWindow(firstMs: number, nowMs: number, endedMs: number | null): TimeWindow {
  if (endedMs !== null)
    return windowOf(floor10(firstMs), Math.max(ceil10(endedMs), floor10(firstMs) + WINDOW_MINUTES * MINUTE));
  const slid = floor10(nowMs - WINDOW_MINUTES * NOW_AT_MOST * MINUTE) + TICK_MINUTES * MINUTE;
  const fromMs = nowMs > floor10(firstMs) + WINDOW_MINUTES * NOW_AT_MOST * MINUTE ? slid : floor10(firstMs);
  return windowOf(fromMs, fromMs + WINDOW_MINUTES * MINUTE);
}

function windowOf(fromMs: number, toMs: number): TimeWindow {
  const steps = (toMs - fromMs) / (TICK_MINUTES * MINUTE);
  const every = Math.ceil(steps / MOST_TICKS) * TICK_MINUTES * MINUTE;
  const ticks: number[] = [];
  for (let at = fromMs; at <= toMs; at += every) ticks.push(at);
  return { fromMs, toMs, ticks };
}

function floor10(ms: number): number {
  return Math.floor(ms / (TICK_MINUTES * MINUTE)) * TICK_MINUTES * MINUTE;
}

function ceil10(ms: number): number {
  return Math.ceil(ms / (TICK_MINUTES * MINUTE)) * TICK_MINUTES * MINUTE;
}
