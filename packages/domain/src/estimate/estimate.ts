import { weightGrams } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { concentrationOf, responseTo } from './concentration.ts';
import { type Intake, intakesOf } from './intake.ts';
import { type Absorption, defaultModel, type Model, type ModelKey, models } from './parameters.ts';

/** Why there is no curve, as a screen says it. */
export const estimateAbsences = {
  off: 'No estimate: this clinic has not turned it on.',
  'no-dose': 'No estimate: no ketamine was given.',
  esketamine: 'No estimate: not for esketamine.',
  'no-weight': 'No estimate: no weight is known.',
  'unmodelled-route': 'No estimate: a route is not modelled.',
} as const;
export type EstimateAbsence = keyof typeof estimateAbsences;

/** How far below and above the curve the band reaches; clinic policy on clinical.md 5.4. No number without it. */
const BAND = { low: 0.5, high: 2 } as const;

export interface EstimatePoint {
  readonly atMs: number;
  /** Middle of the band: for drawing it, never to be shown as a number. */
  readonly ngPerMl: number;
  readonly low: number;
  readonly high: number;
}

export interface EstimateOptions {
  /** The clinic's own choice; off unless an admin turned it on. */
  readonly enabled: boolean;
  readonly model?: ModelKey;
}

export type Estimate =
  | { readonly model: ModelKey; readonly points: readonly EstimatePoint[] }
  | { readonly absent: EstimateAbsence };

/**
 * Estimated plasma ketamine every `stepMs` from `fromMs` to `toMs`, made anew from the log each time (EST-9): an
 * amendment, a retraction or another weight leaves nothing behind. Of what would be given after `nowMs` nothing
 * counts, so points beyond it say how the rest wears off.
 * No rule and no read-back may ever use this.
 */
export function estimateOf(
  state: SessionState,
  { enabled, model = defaultModel }: EstimateOptions,
  fromMs: number,
  toMs: number,
  stepMs: number,
  nowMs: number = toMs,
): Estimate {
  if (!enabled) return { absent: 'off' };
  const intakes = intakesOf(state, nowMs);
  if (intakes.length === 0) return { absent: 'no-dose' };
  if (intakes.some(({ drug }) => drug !== 'ketamine')) return { absent: 'esketamine' };
  const grams = weightGrams(state);
  if (grams === null) return { absent: 'no-weight' };
  const given = intakes.map((intake) => ({ intake, absorption: absorptionOf(models[model], intake) }));
  if (given.some(({ absorption }) => absorption === undefined)) return { absent: 'unmodelled-route' };
  const parts = given.map(({ intake, absorption }) => ({
    intake,
    response: responseTo(models[model], grams, absorption as Absorption),
  }));
  const points: EstimatePoint[] = [];
  for (let atMs = fromMs; atMs <= toMs; atMs += stepMs) {
    const ngPerMl = parts.reduce(
      (sum, { response, intake }) => sum + concentrationOf(response, intake, atMs),
      0,
    );
    points.push({ atMs, ngPerMl, low: ngPerMl * BAND.low, high: ngPerMl * BAND.high });
  }
  return { model, points };
}

function absorptionOf(model: Model, { route }: Intake): Absorption | undefined {
  return model.routes[route];
}
