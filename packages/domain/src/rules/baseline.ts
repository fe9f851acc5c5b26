import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import { type VitalSignKey, vitalSignRows } from '../vitals/catalog.ts';
import { studyDoses } from './vitals-schedule.ts';

/** Two or more readings of this span before the first dose are averaged (clinical.md 1.4). */
const MEAN_OF_MS = 30 * 60_000;
/** A reading that stands alone counts up to this age. */
const ALONE_UP_TO_MS = 15 * 60_000;

/**
 * mmHg above which a baseline is "raised" and percent rules use the limit instead: the hold column of
 * clinical.md 1.4 (S7, S21).
 */
const raisedAbove: Partial<Record<VitalSignKey, number>> = { systolic: 140, diastolic: 90 };

export interface SignBaseline {
  /** In the sign's unit, rounded to its decimals: the number on the screen is the number compared with. */
  readonly value: number;
  /** What percent rules compare with: `value`, or the hold limit where that is smaller. */
  readonly reference: number;
  /** The client came with a pressure above the hold limit. */
  readonly raised: boolean;
  /** The readings it was made from, oldest first. */
  readonly entryIds: readonly string[];
}

export interface Baseline {
  /** The first dose of ketamine or esketamine, at which it was fixed. */
  readonly doseId: string;
  readonly doseAt: string;
  /** A sign that is not here has no baseline, and percent rules say so. */
  readonly signs: Readonly<Partial<Record<VitalSignKey, SignBaseline>>>;
}

/**
 * The values before the medicine, per sign (BAS-1 to BAS-7): what later readings are compared with.
 * By when things happened, so that the order of arrival makes no difference.
 * @returns null before the first dose of ketamine or esketamine
 */
export function baselineOf(state: SessionState): Baseline | null {
  const [dose] = studyDoses(state);
  if (dose === undefined) return null;
  const doseMs = dose.startMs;
  const before = standing(state, 'vital-signs').filter(({ happenedMs }) => {
    const ageMs = doseMs - happenedMs;
    return ageMs >= 0 && ageMs <= MEAN_OF_MS;
  });
  const signs: Partial<Record<VitalSignKey, SignBaseline>> = {};
  for (const { key, decimals } of vitalSignRows) {
    const used = readingsThatCount(
      before.filter(({ data }) => data[key] !== undefined),
      doseMs,
    );
    if (used.length === 0) continue;
    const mean = used.reduce((sum, { data }) => sum + (data[key] as number), 0) / used.length;
    const value = Math.round(mean * 10 ** decimals) / 10 ** decimals;
    const limit = raisedAbove[key] ?? Number.POSITIVE_INFINITY;
    signs[key] = {
      value,
      reference: Math.min(value, limit),
      raised: value > limit,
      entryIds: used.map(({ id }) => id),
    };
  }
  return { doseId: dose.id, doseAt: formatInstant(doseMs), signs };
}

type Sets = readonly Standing<'vital-signs'>[];

function readingsThatCount(sets: Sets, doseMs: number): Sets {
  if (sets.length !== 1) return sets;
  return sets.filter(({ happenedMs }) => doseMs - happenedMs <= ALONE_UP_TO_MS);
}
