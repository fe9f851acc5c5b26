import { type CheckKey, checkRows } from '../checklist/catalog.ts';
import type { DrugKey, RouteKey } from '../drugs/catalog.ts';
import { type LimitBand, type LimitRow, limitRows } from '../rules/limits.ts';
import { remembered } from '../session/remembered.ts';
import type { SessionState } from '../session/state.ts';
import type { VitalSignKey } from '../vitals/catalog.ts';
import { scheduleOf } from './route-schedule.ts';
import type { CheckMode, ProtocolPlan } from './values.ts';

/** What a sign may be for a dose to be given without a reason; ends that are left out are not limited. */
export type HoldBands = Readonly<Partial<Record<VitalSignKey, LimitBand>>>;

/**
 * Before a first dose (clinical.md 1.4, "Pre-dose hold"): pressure [S7, S21, S22], heart rate [S22], the rest clinic
 * policy.
 */
export const firstDoseHold: HoldBands = {
  systolic: { low: 90, high: 140 },
  diastolic: { high: 90 },
  heartRate: { low: 50, high: 110 },
  spo2: { low: 94 },
  respiratoryRate: { low: 10, high: 24 },
  moaas: { low: 5 },
};
/** Where the holds before a first dose come from, where that is more than clinic policy. */
const firstDoseHoldSources: Readonly<Partial<Record<VitalSignKey, string>>> = {
  systolic: 'upper: label [S7], one clinic [S21]; lower: ED protocols [S22]',
  diastolic: 'label [S7], one clinic [S21]',
  heartRate: 'lower: ED protocols [S22]; upper clinic policy',
};
/** Before a booster (clinical.md 2): MOAA/S of 4 or more, and no value past its High limit. Clinic policy. */
const boosterSedation: LimitBand = { low: 4 };

/** Where the default of a hold comes from. */
export function holdSourceOf(hold: 'hold' | 'boosterHold', sign: VitalSignKey): string {
  if (hold === 'boosterHold') return sign === 'moaas' ? 'clinic policy' : 'the High limit; clinic policy';
  return firstDoseHoldSources[sign] ?? 'clinic policy';
}

/** From the first dose, from the last one, and from a booster into the muscle until somebody may go home, minutes. */
const observation = { first: 120, last: 60, booster: 90 } as const;

/** After the table of the route, until the end: "every 15 to 30 min to discharge" (clinical.md 1.3). */
const vitalsEvery = 30;

/** A protocol with every value: what the clinic set, and the default where it set none. */
export interface Protocol {
  readonly plan: ProtocolPlan;
  readonly limits: readonly LimitRow[];
  readonly hold: HoldBands;
  readonly boosterHold: HoldBands;
  /** Minutes after the first dose; null: by the table of the route that was used. */
  readonly vitalsAtMinutes: readonly number[] | null;
  readonly vitalsEveryMinutes: number;
  readonly observationMinutes: number;
  readonly observationAfterLastMinutes: number;
  readonly observationAfterBoosterMinutes: number;
  readonly secondPerson: NonNullable<ProtocolPlan['secondPerson']>;
  readonly checklist: ReadonlyMap<CheckKey, CheckMode>;
  readonly aldreteFrom: number;
  readonly padssFrom: number;
}

const noPlan: ProtocolPlan = { drug: 'ketamine', route: 'im' };

/** The protocol a session runs under; before its start, and for one that pins none, the defaults. */
export function protocolOf(state: Pick<SessionState, 'pins'>): Protocol {
  return resolveProtocol(state.pins?.protocol.data ?? noPlan);
}

/** A protocol's values with the default where the clinic set none (PRO-1). The same object for the same plan. */
export const resolveProtocol = remembered((plan: ProtocolPlan): Protocol => {
  const limits = limitRows.map((row) => ({ ...row, ...set(plan.limits?.[row.sign as never]) }));
  return {
    plan,
    limits,
    hold: { ...firstDoseHold, ...set(plan.hold as HoldBands | undefined) },
    boosterHold: { ...boosterHoldOf(limits), ...set(plan.boosterHold as HoldBands | undefined) },
    vitalsAtMinutes: plan.vitalsAtMinutes ?? null,
    vitalsEveryMinutes: plan.vitalsEveryMinutes ?? vitalsEvery,
    observationMinutes: plan.observationMinutes ?? observation.first,
    observationAfterLastMinutes: plan.observationAfterLastMinutes ?? observation.last,
    observationAfterBoosterMinutes:
      plan.observationAfterBoosterMinutes ?? (plan.route === 'im' ? observation.booster : observation.last),
    secondPerson: plan.secondPerson ?? 'never',
    checklist: new Map(checkRows.map(({ key, mode }) => [key, plan.checklist?.[key] ?? mode])),
    aldreteFrom: plan.aldreteFrom ?? 9,
    padssFrom: plan.padssFrom ?? 9,
  };
});

/** The row of a sign under this protocol, or undefined for one without limits. */
export function limitUnder(protocol: Protocol, sign: VitalSignKey): LimitRow | undefined {
  return protocol.limits.find((row) => row.sign === sign);
}

/** Minutes after a dose at which a set is due: the protocol's, or those of the route (clinical.md 1.3). */
export function vitalsMinutes(protocol: Protocol, drug: DrugKey, route: RouteKey): readonly number[] {
  return protocol.vitalsAtMinutes ?? scheduleOf(drug, route);
}

function boosterHoldOf(limits: readonly LimitRow[]): HoldBands {
  const bands = limits.map(({ sign, high, highCounts }): [VitalSignKey, LimitBand] => [
    sign,
    // A pressure at its High limit is past it already: the last value that is not is one below.
    high.high !== undefined && highCounts ? { ...high, high: high.high - 1 } : high,
  ]);
  return { ...Object.fromEntries(bands), moaas: boosterSedation };
}

/** Without the fields that are undefined, so that they do not stand in the way of a default. */
function set<Values extends object>(values: Values | undefined): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
