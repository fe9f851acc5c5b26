import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { meanArterialPressure } from '../vitals/catalog.ts';
import { type Baseline, baselineOf } from './baseline.ts';

/** A step in percent of the baseline, and how serious it is from there on (clinical.md 1.4). */
interface Step {
  readonly percent: number;
  readonly level: 'medium' | 'high';
}

/** Rises of +20 mmHg and more are expected under ketamine [S21]: these are facts for the report, never live notices. */
const steps = {
  systolic: [
    { percent: 20, level: 'medium' },
    { percent: -20, level: 'medium' },
  ],
  map: [
    { percent: 35, level: 'high' },
    { percent: 25, level: 'medium' },
  ],
} as const satisfies Record<string, readonly Step[]>;
export type PercentSign = keyof typeof steps;

export interface PercentFact {
  readonly sign: PercentSign;
  readonly entryId: string;
  readonly takenAt: string;
  /** mmHg; a mean pressure is calculated from the cuff reading. */
  readonly value: number;
  /** mmHg that it is compared with, a raised baseline at its limit (BAS-7); null: there is no baseline. */
  readonly reference: number | null;
  /** Whole percent towards zero, so that a step shown is a step reached; null without a baseline. */
  readonly percent: number | null;
  /** The worst step that was reached. */
  readonly beyond: Step | null;
}

/**
 * Every pressure after the first dose of ketamine or esketamine against the baseline, by when it was taken: systolic
 * from +20 % and to -20 %, mean pressure from +25 % and +35 % (PCT-1 to PCT-3).
 * @returns none before the first dose
 */
export function percentFacts(state: SessionState): PercentFact[] {
  const baseline = baselineOf(state);
  if (baseline === null) return [];
  const doseMs = Date.parse(baseline.doseAt);
  return standing(state, 'vital-signs').flatMap(
    ({ id, happenedAt, happenedMs, data: { systolic, diastolic } }) => {
      if (systolic === undefined || diastolic === undefined || happenedMs <= doseMs) return [];
      const taken = { entryId: id, takenAt: happenedAt };
      return [
        { ...taken, ...compared('systolic', systolic, baseline) },
        { ...taken, ...compared('map', meanArterialPressure(systolic, diastolic), baseline) },
      ];
    },
  );
}

function compared(
  sign: PercentSign,
  value: number,
  baseline: Baseline,
): Omit<PercentFact, 'entryId' | 'takenAt'> {
  const reference = referenceOf(sign, baseline);
  if (reference === null) return { sign, value, reference, percent: null, beyond: null };
  // In whole numbers: 148.8 of 124 is 20 %, and no rounding decides it.
  const reached = ({ percent }: Step) =>
    percent > 0 ? value * 100 >= reference * (100 + percent) : value * 100 <= reference * (100 + percent);
  const percent = Math.trunc(((value - reference) * 100) / reference);
  return { sign, value, reference, percent, beyond: steps[sign].find(reached) ?? null };
}

function referenceOf(sign: PercentSign, { signs: { systolic, diastolic } }: Baseline): number | null {
  if (sign === 'systolic') return systolic?.reference ?? null;
  return systolic === undefined || diastolic === undefined
    ? null
    : meanArterialPressure(systolic.reference, diastolic.reference);
}

/** "Systolic 149 mmHg, +20 % on 124"; "MAP 97 mmHg, no baseline". */
export function percentSentence({ sign, value, reference, percent }: PercentFact): string {
  const what = `${sign === 'systolic' ? 'Systolic' : 'MAP'} ${value} mmHg`;
  if (reference === null || percent === null) return `${what}, no baseline`;
  return `${what}, ${percent > 0 ? '+' : ''}${percent} % on ${reference}`;
}
