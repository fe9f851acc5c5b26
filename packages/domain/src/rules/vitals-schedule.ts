import { type DrugKey, drugRow, type RouteKey } from '../drugs/catalog.ts';
import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

const MINUTE = 60_000;

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
/** After the table, until the end: "every 15 to 30 min to discharge" (clinical.md 1.3). */
const RECOVERY_EVERY_MINUTES = 30;

/** Minutes after a dose of this drug by this route at which a set is due by default. */
export function scheduleOf(drug: DrugKey, route: RouteKey): readonly number[] {
  return drug === 'esketamine' ? esketamineMinutes : minutesByRoute[route];
}

/** Doses that timers, baseline, observation and ceilings count from: ketamine and esketamine alone. */
export function studyDoses(state: SessionState): Standing<'dose'>[] {
  return standing(state, 'dose').filter(({ data }) => drugRow(data.drug).studyDrug);
}

/**
 * Starts of all slots until `untilMs`, oldest first (DUE-2): by the table of the route from the first dose, then at
 * the protocol's interval. A booster into the muscle begins the table anew.
 */
export function slotStarts(state: SessionState, untilMs: number): number[] {
  const doses = studyDoses(state);
  const [first] = doses;
  if (first === undefined) return [];
  const anchors = doses.filter((dose) => dose === first || dose.data.route === 'im');
  const every = (state.pins?.protocol.data.vitalsEveryMinutes ?? RECOVERY_EVERY_MINUTES) * MINUTE;
  const starts: number[] = [];
  for (const [at, { happenedAt, data }] of anchors.entries()) {
    const doseMs = Date.parse(happenedAt);
    const next = anchors[at + 1];
    const endMs = Math.min(untilMs, next === undefined ? untilMs : Date.parse(next.happenedAt) - 1);
    const table = scheduleOf(data.drug, data.route).map((minute) => doseMs + minute * MINUTE);
    for (const start of table) if (start <= endMs) starts.push(start);
    for (let start = (table.at(-1) as number) + every; start <= endMs; start += every) starts.push(start);
  }
  return starts;
}
