import {
  type EstimateAbsence,
  type EstimatePoint,
  estimateAbsences,
  estimateOf,
  intakesOf,
  type SessionState,
  weightGrams,
} from '@tandem/domain';
import { estimateWords } from './estimate-words.ts';

/** From point to point. */
export const EVERY_MS = 60_000;

export interface Curve {
  readonly points: readonly EstimatePoint[];
  /** ng/mL at the top of the lane. */
  readonly topNgPerMl: number;
}

/** What the lane of the estimate draws, and the words beside it: apart, because they change by themselves. */
export type EstimateView =
  | { readonly curve: Curve; readonly range: string; readonly absent: null }
  /** Why not, said shorter and shorter. */
  | { readonly curve: null; readonly range: null; readonly absent: readonly string[] };

/**
 * From the first dose to the end of the window, so that a peak that has left it still sets the height: the lane must
 * not grow again while the medicine wears off.
 * @param atMs the moment that the words are about: now, or the end of a session that is over
 */
export function estimateView(state: SessionState, toMs: number, nowMs: number, atMs: number): EstimateView {
  const fromMs = intakesOf(state, nowMs)[0]?.fromMs ?? nowMs;
  const found = estimateOf(
    state,
    { enabled: true },
    fromMs,
    Math.max(toMs, fromMs) + EVERY_MS,
    EVERY_MS,
    nowMs,
  );
  if ('absent' in found) return { curve: null, range: null, absent: whyNot(found.absent) };
  const there = estimateOf(state, { enabled: true }, atMs, atMs, EVERY_MS, nowMs);
  const band = 'absent' in there ? undefined : there.points[0];
  const topNgPerMl = Math.max(1, ...found.points.map(({ high }) => high));
  return {
    curve: { points: found.points, topNgPerMl },
    range: rangeWords(band ?? { low: 0, high: 0 }),
    absent: null,
  };
}

/** The same words as long as the estimate of a minute is the same: what was taken until then, and the weight. */
export function takenWords(state: SessionState, nowMs: number): string {
  return JSON.stringify([intakesOf(state, nowMs), weightGrams(state)]);
}

function whyNot(code: EstimateAbsence): readonly string[] {
  return [estimateAbsences[code], estimateWords.shorter[code]];
}

/** "about 60 to 250 ng/mL": rounded away from each other, so that the range is never narrower than the band. */
export function rangeWords({ low, high }: { readonly low: number; readonly high: number }): string {
  const below = Math.floor(low / stepOf(low)) * stepOf(low);
  const above = Math.max(Math.ceil(high / stepOf(high)) * stepOf(high), stepOf(high));
  return estimateWords.range(below, above);
}

/** Coarse: a finer number would say more than the model knows. */
function stepOf(ngPerMl: number): number {
  if (ngPerMl < 20) return 5;
  return ngPerMl < 200 ? 10 : 50;
}
