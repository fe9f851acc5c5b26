import { type SessionState, vitalsDueAt } from '@tandem/domain';

/** When sets of vital signs are due: the next one, late or not, and those that follow it at the protocol's interval. */
export interface DueTicks {
  readonly atMs: readonly number[];
  readonly everyMinutes: number;
}

/** Null when nothing is due: before the start, after the end, or under a protocol that names no interval. */
export function dueTicks(state: SessionState, fromMs: number, toMs: number): DueTicks | null {
  const next = vitalsDueAt(state);
  const everyMinutes = state.pins?.protocol.data.vitalsEveryMinutes;
  if (next === null || everyMinutes === undefined) return null;
  const atMs: number[] = [];
  for (let ms = Date.parse(next); ms <= toMs; ms += everyMinutes * 60_000) if (ms >= fromMs) atMs.push(ms);
  return { atMs, everyMinutes };
}
