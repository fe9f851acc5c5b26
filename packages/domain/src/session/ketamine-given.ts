import { studyAdministrations } from './administrations.ts';
import { remembered } from './remembered.ts';
import { lastUntil, weightGrams } from './select.ts';
import type { SessionState } from './state.ts';

export interface KetamineGiven {
  /** Whole micrograms of ketamine and esketamine; other drugs never count (clinical.md 1.4). */
  readonly totalMicrograms: number;
  /** Null when no weight is known. */
  readonly microgramsPerKg: number | null;
  /** When the last one began; of an infusion that is its start. */
  readonly lastDoseAt: string | null;
  readonly doses: number;
  /** What runs in now, micrograms per hour; 0 without an infusion. */
  readonly microgramsPerHour: number;
}

/**
 * Sum of what was given, to the microgram (DOS-1).
 * @param untilMs what was given until then, in milliseconds since the epoch; all that is recorded when left out
 */
export function ketamineGiven(state: SessionState, untilMs = Number.POSITIVE_INFINITY): KetamineGiven {
  const given = studyAdministrations(state, untilMs);
  const totalMicrograms = given.reduce((sum, { micrograms }) => sum + micrograms, 0);
  const last = given.at(-1);
  const grams = weightGrams(state);
  return {
    totalMicrograms,
    microgramsPerKg: grams === null ? null : (totalMicrograms * 1000) / grams,
    lastDoseAt: last === undefined ? null : new Date(last.startMs).toISOString(),
    doses: given.length,
    microgramsPerHour: given.reduce((sum, one) => sum + one.microgramsPerHour, 0),
  };
}

/**
 * The same total for many moments of one session: what was given as doses alone is added up once.
 * @returns from milliseconds since the epoch to whole micrograms given until then, as {@link ketamineGiven} has it
 */
export const ketamineTotals = remembered((state: SessionState): ((untilMs: number) => number) => {
  const given = studyAdministrations(state, Number.POSITIVE_INFINITY);
  if (given.some(({ shape }) => shape === 'infusion'))
    return (untilMs) => ketamineGiven(state, untilMs).totalMicrograms;
  let sum = 0;
  const steps = given.map(({ startMs, micrograms }) => {
    sum += micrograms;
    return { startMs, sum };
  });
  return (untilMs) => steps[lastUntil(steps, untilMs, ({ startMs }) => startMs)]?.sum ?? 0;
});
