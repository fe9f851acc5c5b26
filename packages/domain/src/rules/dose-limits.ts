import type { RouteKey } from '../drugs/catalog.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import { remembered } from '../session/remembered.ts';
import { weightGrams } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/** Anaesthetic range, mg/kg (Ketalar label [S35]): from here on an amount is asked for again. */
const anaestheticFromMgPerKg: Partial<Record<RouteKey, number>> = { iv: 1, im: 6.5 };

export interface DoseLimits {
  /** Whole micrograms; the lower of the protocol's two ceilings for this client. Null when neither is known. */
  readonly ceilingMicrograms: number | null;
  readonly minimumIntervalMinutes: number | null;
  /** Sum of the planned doses in whole micrograms; null without a plan. */
  readonly plannedMicrograms: number | null;
}

/** What the pinned protocol and the plan say about the doses of this client (DOS-8). */
export const doseLimits = remembered((state: SessionState): DoseLimits => {
  const data = state.pins?.protocol.data;
  const grams = weightGrams(state);
  const planned = (state.plan?.plannedDoses ?? []).map(({ amountMg }) => Math.round(amountMg * 1000));
  return {
    ceilingMicrograms: data === undefined ? null : ceilingOf(data, grams),
    minimumIntervalMinutes: data?.minimumIntervalMinutes ?? null,
    plannedMicrograms: planned.length === 0 ? null : planned.reduce((sum, amount) => sum + amount, 0),
  };
});

/**
 * The lower of a protocol's two ceilings for a client of this weight, in whole micrograms, never rounded up (DOS-8).
 * @param grams null where the weight is not known: then the ceiling by weight counts for nothing
 */
export function ceilingOf(
  { ceilingMg, ceilingMgPerKg }: Pick<ProtocolPlan, 'ceilingMg' | 'ceilingMgPerKg'>,
  grams: number | null,
): number | null {
  const ceilings = [
    ceilingMg === undefined ? null : Math.floor(ceilingMg * 1000),
    ceilingMgPerKg === undefined || grams === null ? null : Math.floor(ceilingMgPerKg * grams),
  ].filter((ceiling) => ceiling !== null);
  return ceilings.length === 0 ? null : Math.min(...ceilings);
}

/** Whole micrograms from which one dose by this route is an anaesthetic one; null when weight or range is unknown. */
export function anaestheticMicrograms(state: SessionState, route: RouteKey): number | null {
  const perKg = anaestheticFromMgPerKg[route];
  const grams = weightGrams(state);
  return perKg === undefined || grams === null ? null : Math.round(perKg * grams);
}
