import { type SessionState, standing, type VitalSigns } from '@tandem/domain';
import { words } from '../../words/in-room.ts';
import { amendedWords, markTitle } from './amended.ts';
import { signsOf, type VitalLane } from './lanes.ts';

/** One reading on a lane; nothing is drawn between two pressures, because nothing was measured there. */
export interface VitalPoint {
  readonly id: string;
  readonly atMs: number;
  /** Systolic, or the value of a lane with one sign. */
  readonly high: number;
  /** Diastolic; null on a lane with one sign. */
  readonly low: number | null;
  /** "152/94", "97". */
  readonly text: string;
  /** Litres a minute of the same set; null when it says nothing of oxygen. */
  readonly oxygen: number | null;
  /** "10:22 Heart rate 97", and what else is to be known of it. */
  readonly title: string;
  /** "amended 10:23, was 164/90, mistyped"; null when this lane's value stands as it was recorded. */
  readonly amended: string | null;
  /** Kept on this device, not confirmed yet. */
  readonly pending: boolean;
}

/** Readings of one lane by time, as they stand: what was entered in error is gone. */
export function vitalPoints(
  state: SessionState,
  lane: VitalLane,
  pending: ReadonlySet<string>,
  zone: string,
): VitalPoint[] {
  const points: VitalPoint[] = [];
  for (const { id, happenedAt, data, item } of standing(state, 'vital-signs')) {
    const values = valuesOf(data, lane);
    if (values === null) continue;
    const [high, low = null] = values;
    const text = values.join('/');
    const shown = (version: unknown) => valuesOf(version as VitalSigns, lane)?.join('/') ?? [];
    const mark = {
      atMs: Date.parse(happenedAt),
      amended: amendedWords(item, (version) => [shown(version)].flat(), zone).at(-1) ?? null,
      pending: pending.has(id),
    };
    points.push({
      id,
      ...mark,
      high,
      low,
      text,
      title: markTitle(mark, `${words.chart.lanes[lane]} ${text}`, zone),
      oxygen: data.oxygenLitresPerMin ?? null,
    });
  }
  return points;
}

/** The lane's values of a set, or null when one of them is missing. */
export function valuesOf(data: VitalSigns, lane: VitalLane): [number, ...number[]] | null {
  const values = signsOf(lane).map(({ key }) => data[key]);
  return values.every((value) => value !== undefined) ? (values as [number, ...number[]]) : null;
}
