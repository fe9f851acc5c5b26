import type { Plan } from '../entries/lifecycle.ts';
import type { Author } from '../roles.ts';
import { airwayEvent } from './airway-event.ts';
import { doseSlip } from './dose-slip.ts';
import type { DrillKey } from './drill-keys.ts';
import type { Drill } from './drill-shape.ts';
import { droppedNetwork } from './dropped-network.ts';
import { WEIGHT_KG } from './opening.ts';
import { pressureRise } from './pressure-rise.ts';

/** The one list of drills. */
export const drills: Readonly<Record<DrillKey, Drill>> = {
  'pressure-rise': pressureRise,
  'airway-event': airwayEvent,
  'dropped-network': droppedNetwork,
  'dose-slip': doseSlip,
};

/** Who records what a script says. Nobody of a clinic has this id. */
export const DRILL_AUTHOR_ID = 'd41110de-0000-4000-8000-000000000001';

/**
 * What is measured or said: recorded under a role whose looking never counts as Seen. Whoever takes a set has seen that
 * it was due (NTC-7), and here that is to be the team.
 */
export const drillVoice: Author = { id: DRILL_AUTHOR_ID, name: 'Drill', role: 'therapist' };
/** Plans, starts, ends, and types the doses of the script. */
export const drillColleague: Author = { id: DRILL_AUTHOR_ID, name: 'Drill', role: 'physician' };

/** What is planned for the drill's client, who weighs 70 kg: any protocol finds 200 mg over it (clinic policy). */
export const drillPlanned = {
  weightKg: WEIGHT_KG,
  plannedDoses: [
    { drug: 'ketamine', route: 'im', amountMg: 40 },
    { drug: 'ketamine', route: 'im', amountMg: 20 },
  ],
} satisfies Partial<Plan>;

/** How long a drill takes, in seconds. */
export function drillSeconds(drill: Drill, pace: number): number {
  return (drill.cues.at(-1)?.atS ?? 0) / pace + drill.tailS;
}
