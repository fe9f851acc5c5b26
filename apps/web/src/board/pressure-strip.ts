import { vitalSign } from '@tandem/domain';
import type { BoardSession } from '@tandem/wire';

type Pressure = BoardSession['pressures'][number];

const MINUTE = 60_000;
/** As on the timeline of the room: 100 minutes that slide and are never rescaled (GTAB-085). */
export const WIDTH_MINUTES = 100;
/** Slides when now passes this part of it. */
const SLIDE_AT = 0.75;
const SLIDE_BY = 10 * MINUTE;

export interface PressureStrip {
  /** Per reading: how far from the left edge in percent, and its two ends from the top in percent. */
  readonly marks: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  /** The catalogue's example limit for systolic pressure, from the top in percent. */
  readonly limit: number;
  readonly highest: Pressure | null;
}

/**
 * The small picture of a card: pressures on the room's axes, so that two cards side by side can be compared at a
 * glance. A reading outside the axis is drawn at its edge: the number above it says how far.
 */
export function pressureStrip(pressures: readonly Pressure[], nowMs: number): PressureStrip {
  const { axis, concerning } = vitalSign('systolic');
  const { min, max } = axis as { min: number; max: number };
  const y = (mmHg: number) => ((max - Math.min(max, Math.max(min, mmHg))) / (max - min)) * 100;
  const fromMs = leftEdge(Date.parse(pressures[0]?.happenedAt ?? new Date(nowMs).toISOString()), nowMs);
  const marks = pressures.flatMap(({ happenedAt, systolic, diastolic }) => {
    const x = ((Date.parse(happenedAt) - fromMs) / (WIDTH_MINUTES * MINUTE)) * 100;
    return x < 0 || x > 100 ? [] : [{ x, top: y(systolic), bottom: y(diastolic) }];
  });
  const highest = pressures.reduce<Pressure | null>(
    (most, next) => (most === null || next.systolic >= most.systolic ? next : most),
    null,
  );
  return { marks, limit: y(concerning.high as number), highest };
}

function leftEdge(firstMs: number, nowMs: number): number {
  const start = Math.floor(firstMs / SLIDE_BY) * SLIDE_BY;
  const latest = nowMs - WIDTH_MINUTES * SLIDE_AT * MINUTE;
  return latest <= start ? start : Math.ceil(latest / SLIDE_BY) * SLIDE_BY;
}
