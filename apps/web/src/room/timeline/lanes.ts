import { type VitalSignKey, type VitalSignRow, vitalSignRows } from '@tandem/domain';
import type { TokenName } from '../../ui/tokens.ts';

export type VitalLane = NonNullable<VitalSignRow['lane']>;
export type LaneKey = VitalLane | 'ketamine' | 'notes';

export interface LaneRow {
  readonly key: LaneKey;
  readonly tone: TokenName;
  /** px at 1440x900 (ux.md 2.1). */
  readonly height: number;
  /** px below which it is not read any more. */
  readonly least: number;
  /** px inside the lane that its axis leaves free. */
  readonly pad: { readonly top: number; readonly bottom: number };
  /** Where there is too little room the highest leaves first; a phone shows 1 and 2. */
  readonly rank: number;
  /** Of a lane of vital signs: what the catalogue does not say. */
  readonly sign?: SignLook;
}

export interface SignLook {
  readonly key: VitalLane;
  /** Labels on the axis: every so many units, one of them at `at`. */
  readonly ticks: { readonly every: number; readonly at: number };
  /** Units by which the axis steps out for a value outside of it. */
  readonly step: number;
  /** How far from the baseline: of it in percent, or in units. */
  readonly change: 'percent' | 'units';
  /** Which limits of Medium are drawn. */
  readonly limits: readonly ('low' | 'high')[];
}

/** The lanes from top to bottom. A new one is a row here; a new sign also has its `lane` in the catalogue. */
export const laneTable: readonly LaneRow[] = [
  {
    key: 'blood-pressure',
    tone: 'bp',
    height: 198,
    least: 122,
    pad: { top: 10, bottom: 12 },
    rank: 1,
    // The lower limit of the systolic pressure would stand where the upper one of the diastolic does.
    sign: {
      key: 'blood-pressure',
      ticks: { every: 40, at: 60 },
      step: 10,
      change: 'percent',
      limits: ['high'],
    },
  },
  {
    key: 'heart-rate',
    tone: 'hr',
    height: 94,
    least: 52,
    // Words have room above the upper limit and below the lower one, at any height.
    pad: { top: 13, bottom: 11 },
    rank: 4,
    sign: {
      key: 'heart-rate',
      ticks: { every: 40, at: 60 },
      step: 5,
      change: 'units',
      limits: ['low', 'high'],
    },
  },
  {
    key: 'spo2',
    tone: 'spo2',
    height: 84,
    least: 52,
    pad: { top: 11, bottom: 8 },
    rank: 3,
    sign: { key: 'spo2', ticks: { every: 4, at: 92 }, step: 1, change: 'units', limits: ['low'] },
  },
  {
    key: 'ketamine',
    tone: 'ket',
    height: 112,
    least: 74,
    pad: { top: 34, bottom: 10 },
    rank: 2,
  },
  { key: 'notes', tone: 'ink2', height: 38, least: 26, pad: { top: 0, bottom: 0 }, rank: 5 },
];

/**
 * For whoever came for the meaning: room for two rows of marks over a bar, and where there is too little height the
 * heart rate and SpO2 leave before the notes do.
 */
export const meaningLanes: readonly LaneRow[] = laneTable.map((row) =>
  row.key === 'notes'
    ? { ...row, height: 56, least: 38, rank: 3 }
    : { ...row, rank: row.rank > 2 ? row.rank + 1 : row.rank },
);

/** One sign, or systolic with diastolic, as the catalogue puts them on this lane. */
export function signsOf(lane: VitalLane): readonly (VitalSignRow & { readonly key: VitalSignKey })[] {
  return vitalSignRows.filter((row) => row.lane === lane);
}
