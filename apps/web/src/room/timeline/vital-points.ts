import { rememberedBy, type SessionState, type Standing, standing, type VitalSigns } from '@tandem/domain';
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
  const [stored, waiting] = [`${lane} ${zone}`, `${lane} ${zone} waiting`];
  const points: VitalPoint[] = [];
  for (const set of standing(state, 'vital-signs')) {
    const isPending = pending.has(set.id);
    const point = known(set, isPending ? waiting : stored, () => pointOf(set, lane, isPending, zone));
    if (point !== null) points.push(point);
  }
  return points;
}

/** By lane, zone and whether it is pending: the same object while a set stands as it is, which is drawn once then. */
const known = rememberedBy<Standing<'vital-signs'>, VitalPoint | null>();

/** Null where the set says nothing of this lane. */
function pointOf(
  { id, happenedMs: atMs, data, item }: Standing<'vital-signs'>,
  lane: VitalLane,
  pending: boolean,
  zone: string,
): VitalPoint | null {
  const values = valuesOf(data, lane);
  if (values === null) return null;
  const [high, low = null] = values;
  const text = values.join('/');
  const shown = (version: unknown) => valuesOf(version as VitalSigns, lane)?.join('/') ?? [];
  const amended = amendedWords(item, (version) => [shown(version)].flat(), zone).at(-1) ?? null;
  const mark = { atMs, amended, pending };
  const title = markTitle(mark, `${words.chart.lanes[lane]} ${text}`, zone);
  return { id, ...mark, high, low, text, title, oxygen: data.oxygenLitresPerMin ?? null };
}

/** The lane's values of a set, or null when one of them is missing. */
export function valuesOf(data: VitalSigns, lane: VitalLane): [number, ...number[]] | null {
  const values = signsOf(lane).map(({ key }) => data[key]);
  return values.every((value) => value !== undefined) ? (values as [number, ...number[]]) : null;
}
