import type { RouteKey } from '../drugs/catalog.ts';
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
  const ceilings = [
    data?.ceilingMg === undefined ? null : Math.floor(data.ceilingMg * 1000),
    data?.ceilingMgPerKg === undefined || grams === null ? null : Math.floor(data.ceilingMgPerKg * grams),
  ].filter((ceiling) => ceiling !== null);
  const planned = (state.plan?.plannedDoses ?? []).map(({ amountMg }) => Math.round(amountMg * 1000));
  return {
    ceilingMicrograms: ceilings.length === 0 ? null : Math.min(...ceilings),
    minimumIntervalMinutes: data?.minimumIntervalMinutes ?? null,
    plannedMicrograms: planned.length === 0 ? null : planned.reduce((sum, amount) => sum + amount, 0),
  };
});

/** Whole micrograms from which one dose by this route is an anaesthetic one; null when weight or range is unknown. */
export function anaestheticMicrograms(state: SessionState, route: RouteKey): number | null {
  const perKg = anaestheticFromMgPerKg[route];
  const grams = weightGrams(state);
  return perKg === undefined || grams === null ? null : Math.round(perKg * grams);
}
