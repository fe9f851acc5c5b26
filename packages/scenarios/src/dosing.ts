import { type DataOf, gramsFromKg, microgramsFromMg, type ProtocolPlan, type RouteKey } from '@tandem/domain';
import type { Rng } from './random.ts';
import type { ScenarioKind } from './types.ts';

/** A dose to be given, `offsetMin` minutes after the first one. */
export interface DoseToGive {
  readonly offsetMin: number;
  readonly booster: boolean;
  readonly data: DataOf<'dose'>;
}

interface RouteDosing {
  /** First dose in mg/kg, or in mg for routes dosed by the piece. */
  readonly first: readonly [number, number];
  readonly booster: readonly [number, number];
  readonly perKg: boolean;
  /** Amounts are multiples of this many micrograms: what a syringe or a lozenge can give. */
  readonly stepMicrograms: number;
  /** Most in one session, default of clinical.md 2 where it names one. */
  readonly maxMg: (weightKg: number) => number;
  readonly boosterAfterMin: readonly [number, number];
  readonly concentrationMgPerMl?: number;
}

/** Ranges of clinical.md section 2, "Dosing"; rounding steps are clinic policy. */
const routes: Readonly<Record<RouteKey, RouteDosing>> = {
  // 0.1-0.5 titration [S27], up to 0.75 + 20-40 mg at 12 min [S28]; session max 1.5 mg/kg [P].
  im: {
    first: [0.5, 0.75],
    booster: [20, 40],
    perKg: true,
    stepMicrograms: 5_000,
    maxMg: (kg) => 1.5 * kg,
    boosterAfterMin: [12, 18],
    concentrationMgPerMl: 50,
  },
  // 0.5 mg/kg over 40 min, studied 0.1-0.75 [S26]; session max 1.0 mg/kg [P]. 10 mg/mL needs no dilution.
  iv: {
    first: [0.45, 0.6],
    booster: [10, 15],
    perKg: true,
    stepMicrograms: 500,
    maxMg: (kg) => kg,
    boosterAfterMin: [44, 50],
    concentrationMgPerMl: 10,
  },
  // 50-200+ mg a session [S30]; second lozenge after 20-30 min [M]; session max 400 mg [P].
  sl: {
    first: [100, 200],
    booster: [50, 100],
    perKg: false,
    stepMicrograms: 50_000,
    maxMg: () => 400,
    boosterAfterMin: [22, 30],
  },
  // 25-300 mg fixed [S33]; warned over 300 mg [P].
  po: {
    first: [100, 200],
    booster: [50, 75],
    perKg: false,
    stepMicrograms: 25_000,
    maxMg: () => 300,
    boosterAfterMin: [30, 40],
  },
  // 0.5-0.9 mg/kg [S29]; naturalistic up to 1.0.
  sc: {
    first: [0.5, 0.7],
    booster: [10, 20],
    perKg: true,
    stepMicrograms: 5_000,
    maxMg: (kg) => kg,
    boosterAfterMin: [15, 20],
    concentrationMgPerMl: 50,
  },
  // Racemic: no range is sourced; clinic policy, in the region of the 30-50 mg of [S76].
  in: {
    first: [30, 50],
    booster: [10, 20],
    perKg: false,
    stepMicrograms: 10_000,
    maxMg: () => 100,
    boosterAfterMin: [20, 25],
    concentrationMgPerMl: 100,
  },
};

/** Devices of 28 mg, 5 minutes apart [S7]; 56 then 56 or 84 mg [S34]; 84 mg is the most. */
const ESKETAMINE_DEVICE_MG = 28;

/** Doses of one session in the order given: never over the protocol's ceilings, never inside its interval. */
export function dosesFor(kind: ScenarioKind, rng: Rng, plan: ProtocolPlan, weightKg: number): DoseToGive[] {
  return plan.drug === 'esketamine' ? devices(kind, rng, plan) : injections(kind, rng, plan, weightKg);
}

function injections(kind: ScenarioKind, rng: Rng, plan: ProtocolPlan, weightKg: number): DoseToGive[] {
  const dosing = routes[plan.route];
  const ceiling = ceilingMicrograms(plan, dosing, weightKg);
  const wish = rng.between(...dosing.first) * (dosing.perKg ? weightKg : 1) * 1000;
  const first = Math.max(1, stepped(Math.min(wish, ceiling), dosing.stepMicrograms) || Math.floor(ceiling));
  const lot = `DEMO-${rng.int(1000, 9999)}`;
  const site = rng.chance(0.5) ? 'left deltoid' : 'right deltoid';
  const data = (micrograms: number, durationMinutes: number): DataOf<'dose'> => ({
    state: 'about-to-give',
    drug: plan.drug,
    route: plan.route,
    amountMg: micrograms / 1000,
    ...(plan.route === 'iv' ? { durationMinutes } : {}),
    ...(dosing.concentrationMgPerMl === undefined
      ? {}
      : { concentrationMgPerMl: dosing.concentrationMgPerMl }),
    ...(plan.route === 'im' ? { site } : {}),
    lot,
  });
  const given: DoseToGive[] = [{ offsetMin: 0, booster: false, data: data(first, 40) }];
  if (kind !== 'repeat-dose') return given;
  const left = ceiling - first;
  const second = stepped(Math.min(rng.between(...dosing.booster) * 1000, left), dosing.stepMicrograms);
  const offsetMin = Math.max(rng.int(...dosing.boosterAfterMin), (plan.minimumIntervalMinutes ?? 0) + 1);
  if (second > 0) given.push({ offsetMin, booster: true, data: data(second, 15) });
  return given;
}

function devices(kind: ScenarioKind, rng: Rng, plan: ProtocolPlan): DoseToGive[] {
  const room = Math.floor(Math.min(84, plan.ceilingMg ?? 84) / ESKETAMINE_DEVICE_MG);
  const count = Math.max(1, Math.min(room, kind === 'repeat-dose' ? 3 : 2));
  const apart = Math.max(5, plan.minimumIntervalMinutes ?? 0) + 0.5;
  const lot = `DEMO-${rng.int(1000, 9999)}`;
  return Array.from({ length: count }, (_, at) => ({
    offsetMin: at * apart,
    booster: false,
    data: { state: 'about-to-give', drug: plan.drug, route: plan.route, amountMg: ESKETAMINE_DEVICE_MG, lot },
  }));
}

function ceilingMicrograms(plan: ProtocolPlan, dosing: RouteDosing, weightKg: number): number {
  const perKg = plan.ceilingMgPerKg === undefined ? Infinity : plan.ceilingMgPerKg * gramsFromKg(weightKg);
  const fixed = plan.ceilingMg === undefined ? Infinity : microgramsFromMg(plan.ceilingMg);
  return Math.min(perKg, fixed, dosing.maxMg(weightKg) * 1000);
}

const stepped = (micrograms: number, step: number) => Math.floor(micrograms / step) * step;
