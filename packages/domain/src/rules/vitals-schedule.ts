import { protocolOf, vitalsMinutes } from '../protocol/protocol.ts';
import { type Administration, studyAdministrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';

const MINUTE = 60_000;

/** Doses and infusions that timers, baseline, observation and ceilings count from, whenever they were recorded. */
export function studyDoses(state: SessionState): readonly Administration[] {
  return studyAdministrations(state, Number.POSITIVE_INFINITY);
}

/**
 * Starts of all slots until `untilMs`, oldest first (DUE-2): by the protocol's table or that of the route from the
 * first dose, then at the protocol's interval. A booster into the muscle begins the table anew.
 */
export function slotStarts(state: SessionState, untilMs: number): number[] {
  const doses = studyDoses(state);
  const [first] = doses;
  if (first === undefined) return [];
  const protocol = protocolOf(state);
  const anchors = doses.filter((dose) => dose === first || dose.route === 'im');
  const every = protocol.vitalsEveryMinutes * MINUTE;
  const starts: number[] = [];
  for (const [at, { startMs, drug, route }] of anchors.entries()) {
    const next = anchors[at + 1];
    const endMs = Math.min(untilMs, next === undefined ? untilMs : next.startMs - 1);
    const table = vitalsMinutes(protocol, drug, route).map((minute) => startMs + minute * MINUTE);
    for (const start of table) if (start <= endMs) starts.push(start);
    for (let start = (table.at(-1) as number) + every; start <= endMs; start += every) starts.push(start);
  }
  return starts;
}
