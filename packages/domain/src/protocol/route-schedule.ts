import type { DrugKey, RouteKey } from '../drugs/catalog.ts';

/** Minutes after a dose at which a set is due, per route (clinical.md 1.3; clinic policy on [S5] [S16] [S19] [S20]). */
const minutesByRoute: Readonly<Record<RouteKey, readonly number[]>> = {
  iv: [10, 20, 30, 40, 55, 70, 90, 120],
  im: [5, 15, 30, 45, 60],
  sl: [15, 30, 45, 60, 90, 120],
  po: [15, 30, 45, 60, 90, 120],
  in: [15, 30, 45, 60, 90],
  sc: [15, 30, 45, 60, 90],
};
/** Esketamine: 40 minutes after the first device, then as clinically warranted [S5]. */
const esketamineMinutes: readonly number[] = [40];

/** Minutes after a dose of this drug by this route at which a set is due by default. */
export function scheduleOf(drug: DrugKey, route: RouteKey): readonly number[] {
  return drug === 'esketamine' ? esketamineMinutes : minutesByRoute[route];
}
