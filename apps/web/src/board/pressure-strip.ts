import { limitRow, vitalSign } from '@tandem/domain';
import type { BoardSession } from '@tandem/wire';
import { timeWindow } from '../data/time-window.ts';

type Pressure = BoardSession['pressures'][number];

export interface PressureStrip {
  /** Per reading: how far from the left edge in percent, and its two ends from the top in percent. */
  readonly marks: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  /** The example limit of systolic pressure, from the top in percent. */
  readonly limit: number;
  readonly highest: Pressure | null;
}

/**
 * The small picture of a card: pressures on the room's axes and in its window of time, so that two cards side by side can be compared at a
 * glance. A reading outside the axis is drawn at its edge: the number above it says how far.
 */
export function pressureStrip(pressures: readonly Pressure[], nowMs: number): PressureStrip {
  const { axis } = vitalSign('systolic');
  const { min, max } = axis as { min: number; max: number };
  const y = (mmHg: number) => ((max - Math.min(max, Math.max(min, mmHg))) / (max - min)) * 100;
  const first = pressures[0];
  const { fromMs, toMs } = timeWindow(
    first === undefined ? nowMs : Date.parse(first.happenedAt),
    nowMs,
    null,
  );
  const marks = pressures.flatMap(({ happenedAt, systolic, diastolic }) => {
    const x = ((Date.parse(happenedAt) - fromMs) / (toMs - fromMs)) * 100;
    return x < 0 || x > 100 ? [] : [{ x, top: y(systolic), bottom: y(diastolic) }];
  });
  const highest = pressures.reduce<Pressure | null>(
    (most, next) => (most === null || next.systolic >= most.systolic ? next : most),
    null,
  );
  return { marks, limit: y(limitRow('systolic')?.medium.high ?? max), highest };
}
