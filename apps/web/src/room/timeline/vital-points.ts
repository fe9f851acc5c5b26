import { type SessionState, standing, type VitalSigns } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words.ts';
import { versionsBefore } from '../log/log-rows.ts';
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
  /** "amended 10:23, was 164/90"; null when this lane's value stands as it was recorded. */
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
    points.push({
      id,
      atMs: Date.parse(happenedAt),
      high,
      low,
      text: values.join('/'),
      oxygen: data.oxygenLitresPerMin ?? null,
      amended: item.amendments.length === 0 ? null : amendedWords(item, lane, zone),
      pending: pending.has(id),
    });
  }
  return points;
}

/** The lane's values of a set, or null when one of them is missing. */
export function valuesOf(data: VitalSigns, lane: VitalLane): [number, ...number[]] | null {
  const values = signsOf(lane).map(({ key }) => data[key]);
  return values.every((value) => value !== undefined) ? (values as [number, ...number[]]) : null;
}

/** The last amendment that changed what this lane shows; one that changed another sign leaves no mark here. */
function amendedWords(item: Parameters<typeof versionsBefore>[0], lane: VitalLane, zone: string) {
  const versions = [...versionsBefore(item), { data: item.data, happenedAt: item.happenedAt }];
  for (let at = versions.length - 1; at > 0; at -= 1) {
    const [was, now] = [versions[at - 1], versions[at]];
    const amendment = item.amendments[at - 1];
    if (was === undefined || now === undefined || amendment === undefined) continue;
    const clock = clockOf(Date.parse(amendment.recordedAt), zone);
    const text = valuesOf(was.data as VitalSigns, lane)?.join('/');
    if (text !== valuesOf(now.data as VitalSigns, lane)?.join('/'))
      return words.chart.amended(clock, text ?? words.chart.none.toLowerCase());
    if (was.happenedAt !== now.happenedAt)
      return words.chart.amended(clock, words.chart.at(clockOf(Date.parse(was.happenedAt), zone)));
  }
  return null;
}
