import {
  type Baseline,
  limitRow,
  limitUnder,
  protocolOf,
  type SessionState,
  type SignBaseline,
  standing,
} from '@tandem/domain';
import { words } from '../../words/in-room.ts';
import { type SignLook, signsOf } from './lanes.ts';
import type { VitalPoint } from './vital-points.ts';

const text = words.chart;

/** A line across the lane, from a moment on, with its words at the right end. */
export interface Mark {
  readonly fromMs: number;
  readonly values: readonly number[];
  /** What it means, said shorter and shorter. */
  readonly texts: readonly string[];
  /** Where its words stand when there is room on both sides. */
  readonly side: 'above' | 'below';
}

/** The baseline of a lane's signs; "none" once a dose was given without one, null before the first dose. */
export type LaneBaseline =
  | { readonly type: 'fixed'; readonly mark: Mark; readonly reference: number; readonly raised: boolean }
  | { readonly type: 'none' }
  | null;

export function baselineOfLane(baseline: Baseline | null, look: SignLook): LaneBaseline {
  if (baseline === null) return null;
  const signs = signsOf(look.key).map(({ key }) => baseline.signs[key]);
  const first = signs[0];
  if (first === undefined || signs.includes(undefined)) return { type: 'none' };
  const values = (signs as SignBaseline[]).map(({ value }) => value);
  const raised = (signs as SignBaseline[]).some((sign) => sign.raised);
  const shown = values.join('/');
  return {
    type: 'fixed',
    mark: {
      fromMs: Date.parse(baseline.doseAt),
      values,
      texts: raised ? text.raisedBaseline(shown) : text.baseline(shown),
      side: 'above',
    },
    reference: first.reference,
    raised: first.raised,
  };
}

/** "+23 % on baseline", "+18 on baseline"; null where nothing can be compared. */
export function changeOf(point: VitalPoint, baseline: LaneBaseline, look: SignLook): string | null {
  if (baseline === null) return null;
  if (baseline.type === 'none') return text.noBaseline;
  const { reference, raised } = baseline;
  const difference = point.high - reference;
  const amount = look.change === 'units' ? difference : Math.round((difference / reference) * 100);
  const change = `${signed(round1(amount))}${look.change === 'percent' ? ' %' : ''}`;
  if (raised) return text.onLimit(change, reference);
  return amount === 0 ? text.asBaseline : text.onBaseline(change);
}

/** Where a notice begins under the protocol of the session; what no clinic has set for itself is called an example. */
export function limitsOf(look: SignLook, state: SessionState): Mark[] {
  const sign = signsOf(look.key)[0]?.key;
  if (sign === undefined) return [];
  const [band, example] = [limitUnder(protocolOf(state), sign)?.medium, limitRow(sign)?.medium];
  return look.limits.flatMap((side) => {
    const value = band?.[side];
    if (value === undefined) return [];
    const texts = side === 'high' ? text.upperLimit : text.lowerLimit;
    return [
      {
        fromMs: Number.NEGATIVE_INFINITY,
        values: [value],
        texts: texts(value, value === example?.[side]),
        side: side === 'high' ? 'above' : 'below',
      },
    ];
  });
}

/** First thing that has a place on the time axis; before the start, now, where a baseline will stand. */
export function firstMoment(state: SessionState, nowMs: number): number {
  const vitals = standing(state, 'vital-signs')[0]?.happenedAt;
  const started = state.startedAt === null ? nowMs : Date.parse(state.startedAt);
  return vitals === undefined ? started : Math.min(started, Date.parse(vitals));
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
