import type { VitalSignKey } from '../vitals/catalog.ts';

/** Values on the wrong side of it are outside: below `low`; above `high`, or at it where the row says `highCounts`. */
export interface LimitBand {
  readonly low?: number;
  readonly high?: number;
}

/**
 * Example limits per sign, in the sign's unit (clinical.md 1.4; each one clinic policy unless its source is named).
 * One row per sign that has any: a new one is a row here and its row in docs/clinical-rules.md.
 */
export interface LimitRow {
  readonly sign: VitalSignKey;
  /** From here on a notice is Medium. */
  readonly medium: LimitBand;
  /** From here on it is High. */
  readonly high: LimitBand;
  /** The upper limit itself is outside: a pressure of 160 counts, a heart rate of 110 does not. */
  readonly highCounts: boolean;
  /** So far beyond the value at which it was raised last, it is raised again; null: by a higher priority alone. */
  readonly worsensBy: number | null;
  /** Medium counts only from so many minutes after the first dose of ketamine or esketamine. */
  readonly mediumFromMinute?: number;
  /** Below it in two readings in a row at most so many minutes apart is High as well. */
  readonly twice?: { readonly below: number; readonly withinMinutes: number };
  /** Below it is an emergency. */
  readonly emergencyBelow?: number;
  readonly source: string;
}

export const limitRows: readonly LimitRow[] = [
  {
    sign: 'systolic',
    medium: { low: 100, high: 160 },
    high: { low: 90, high: 180 },
    highCounts: true,
    worsensBy: 10,
    source: 'High: Del Sant 2020 [S20], ED protocols [S22]; Medium clinic policy',
  },
  {
    sign: 'diastolic',
    medium: { high: 100 },
    high: { high: 110 },
    highCounts: true,
    worsensBy: 10,
    source: 'High: Del Sant 2020 [S20]; Medium clinic policy',
  },
  {
    sign: 'heartRate',
    medium: { low: 55, high: 110 },
    high: { low: 50, high: 130 },
    highCounts: false,
    worsensBy: 15,
    source: 'clinic policy; ED exclusion over 150 [S22]',
  },
  {
    sign: 'spo2',
    medium: { low: 94 },
    high: { low: 90 },
    highCounts: false,
    worsensBy: 2,
    twice: { below: 92, withinMinutes: 5 },
    source: 'clinic policy; typed values have no duration, so two readings stand for "sustained"',
  },
  {
    sign: 'respiratoryRate',
    medium: { low: 10, high: 24 },
    high: { low: 8, high: 30 },
    highCounts: false,
    worsensBy: null,
    source: 'High: ED protocols [S22]; Medium clinic policy',
  },
  {
    sign: 'moaas',
    medium: { low: 5 },
    high: { low: 4 },
    highCounts: false,
    worsensBy: 1,
    mediumFromMinute: 60,
    emergencyBelow: 2,
    source: 'clinic policy; loss of consciousness in 0.3 to 0.4 % [S10, S11]',
  },
];

/** Signs that a protocol can set limits for. */
export const signsWithLimits = [
  'systolic',
  'diastolic',
  'heartRate',
  'spo2',
  'respiratoryRate',
  'moaas',
] as const;

/** The example row of a sign, or undefined for one without limits; a session's own is `limitUnder`. */
export function limitRow(sign: VitalSignKey): LimitRow | undefined {
  return limitRows.find((row) => row.sign === sign);
}

export type Side = 'low' | 'high';
export type Level = 'medium' | 'high';

export interface Breach {
  readonly level: Level;
  readonly side: Side;
  readonly sign: VitalSignKey;
  readonly value: number;
  /** The limit that the value is outside of, in the sign's unit. */
  readonly limit: number;
}

/**
 * How far a value is outside, on one side of its limits (LIM-1).
 * @param sinceDoseMinutes from the first dose of ketamine or esketamine to the reading; null before one
 * @returns null when it is inside, or when nothing is set on that side
 */
export function breachOf(
  row: LimitRow,
  side: Side,
  value: number,
  sinceDoseMinutes: number | null,
): Breach | null {
  const outside = (limit: number | undefined): limit is number =>
    limit !== undefined && (side === 'low' ? value < limit : row.highCounts ? value >= limit : value > limit);
  const { sign, mediumFromMinute } = row;
  if (outside(row.high[side])) return { level: 'high', side, sign, value, limit: row.high[side] };
  const counts =
    mediumFromMinute === undefined || (sinceDoseMinutes !== null && sinceDoseMinutes >= mediumFromMinute);
  if (counts && outside(row.medium[side])) {
    return { level: 'medium', side, sign, value, limit: row.medium[side] };
  }
  return null;
}
