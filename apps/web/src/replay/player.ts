import type { ShownClock } from '../data/clock.ts';

export const speeds = [1, 5, 20, 60] as const;
export type Speed = (typeof speeds)[number];

export interface PlayerState {
  readonly playing: boolean;
  readonly speed: Speed;
}

/** The clock of a replay: stands, runs at a speed, or is taken to a moment. */
export interface Player extends ShownClock {
  readonly state: () => PlayerState;
  play(): void;
  stop(): void;
  setSpeed(speed: Speed): void;
  /** A moment behind the end is shown as well: what was recorded after the session. */
  seek(ms: number): void;
}

/** Often enough for a line that moves evenly, seldom enough for a tablet. */
const TICK_MS = 100;

/** @param span of the session, ms since the epoch; it begins at its start and stops at its end */
export function makePlayer({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): Player {
  let atMs = fromMs;
  let state: PlayerState = { playing: false, speed: 20 };
  let timer = 0;
  let tickedAt = 0;
  const listeners = new Set<() => void>();

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function tick(): void {
    const now = performance.now();
    atMs += (now - tickedAt) * state.speed;
    tickedAt = now;
    if (atMs >= toMs) {
      atMs = toMs;
      stop();
    } else changed();
  }

  function play(): void {
    if (state.playing) return;
    if (atMs >= toMs) atMs = fromMs;
    tickedAt = performance.now();
    timer = window.setInterval(tick, TICK_MS);
    state = { ...state, playing: true };
    changed();
  }

  function stop(): void {
    window.clearInterval(timer);
    state = { ...state, playing: false };
    changed();
  }

  return {
    nowMs: () => atMs,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play,
    stop,
    setSpeed(speed) {
      state = { ...state, speed };
      changed();
    },
    seek(ms) {
      atMs = Math.max(fromMs, ms);
      tickedAt = performance.now();
      if (atMs >= toMs && state.playing) stop();
      else changed();
    },
  };
}
