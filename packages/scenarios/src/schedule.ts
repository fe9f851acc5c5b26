import { type Phase, type ProtocolPlan, type RouteKey, scheduleOf } from '@tandem/domain';
import type { DoseToGive } from './dosing.ts';

/** REMS: 40 minutes after the first device and before completion [S5]; the one between is clinic policy. */
const esketamineSlots = [40, 80];
/** Recovery sets "every 15-30 min to discharge" (clinical.md 1.3, IM). */
const RECOVERY_EVERY_MIN = 20;
/** The medicine acts about this long after the last table slot's start; `vitalsEveryMinutes` holds until then. */
const ACTIVE_MIN = 60;

/** Minutes from the first dose until the client may be looked at for discharge (clinical.md 6, item 1). */
export function observationMin(plan: ProtocolPlan, doses: readonly DoseToGive[]): number {
  const last = doses.at(-1) as DoseToGive;
  const lastEnds = last.offsetMin + (last.data.durationMinutes ?? 0);
  // 60 min from the last dose [S23]; 90 after an IM booster [P, S20].
  const afterLast = last.booster && plan.route === 'im' ? 90 : 60;
  return Math.max(120, plan.observationMinutes ?? 0, lastEnds + afterLast);
}

/** Minutes after the first dose of every set of vital signs; the last one lies at the end of observation. */
export function vitalSlots(plan: ProtocolPlan, untilMin: number): number[] {
  const table = plan.drug === 'esketamine' ? esketamineSlots : scheduleOf(plan.drug, plan.route);
  const slots = table.filter((slot) => slot <= untilMin - 10);
  const every = plan.vitalsEveryMinutes ?? Infinity;
  for (let slot = every; slot <= ACTIVE_MIN; slot += every) {
    if (slots.every((taken) => Math.abs(taken - slot) > 4)) slots.push(slot);
  }
  const recovery = Math.min(every, RECOVERY_EVERY_MIN);
  const longestGap = plan.drug === 'esketamine' ? 40 : Math.max(recovery, plan.route === 'im' ? 0 : 30);
  slots.sort((a, b) => a - b);
  for (let last = slots.at(-1) ?? 0; untilMin - last > longestGap + 10; last += longestGap) {
    slots.push(last + longestGap);
  }
  // The last two sets stand at least 15 minutes apart (clinical.md 6, item 2).
  return [...slots.filter((slot) => slot <= untilMin - 16), untilMin];
}

/** Usual start of each phase in minutes after the first dose; the names are those of ux.md 2.7, times [P]. */
const phaseStarts: Readonly<Record<RouteKey, Readonly<Record<Exclude<Phase, 'settling'>, number>>>> = {
  iv: { onset: 6, peak: 22, plateau: 38, return: 58, grounding: 88 },
  im: { onset: 4, peak: 12, plateau: 26, return: 46, grounding: 78 },
  sl: { onset: 16, peak: 38, plateau: 54, return: 78, grounding: 102 },
  po: { onset: 22, peak: 48, plateau: 62, return: 84, grounding: 104 },
  in: { onset: 8, peak: 24, plateau: 40, return: 62, grounding: 90 },
  sc: { onset: 7, peak: 20, plateau: 36, return: 56, grounding: 86 },
};

/** Phases after settling, in their order; a booster holds the later ones back. */
export function phaseTimes(route: RouteKey, doses: readonly DoseToGive[]): { phase: Phase; atMin: number }[] {
  const last = doses.at(-1) as DoseToGive;
  const held = last.booster ? Math.min(20, last.offsetMin * 0.7) : 0;
  return Object.entries(phaseStarts[route]).map(([phase, atMin]) => ({
    phase: phase as Phase,
    atMin: phase === 'onset' || phase === 'peak' ? atMin : atMin + held,
  }));
}
