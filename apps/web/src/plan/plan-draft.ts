import type { DrugKey, Role, RouteKey } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { readTypedNumber } from '../data/typed-number.ts';
import { clockOf, dayOf, instantAt } from '../data/zone.ts';
import { words } from '../words.ts';

/** The plan as it stands in the form: everything is text until it is read. */
export interface PlanDraft {
  readonly patientId: string;
  readonly protocolId: string;
  /** `YYYY-MM-DD` and `HH:MM` by the clinic's clock. */
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly roomId: string;
  readonly weight: string;
  readonly team: Readonly<Record<string, Role>>;
  readonly doses: readonly DoseDraft[];
  readonly training: boolean;
}

export interface DoseDraft {
  readonly key: string;
  readonly drug: DrugKey;
  readonly amount: string;
  readonly route: RouteKey;
}

export function emptyPlan(nowMs: number, zone: string, me: { id: string; role: Role }): PlanDraft {
  const nextQuarter = Math.ceil(nowMs / 900_000) * 900_000;
  const onTeam = me.role === 'physician' || me.role === 'therapist' || me.role === 'nurse';
  return {
    patientId: '',
    protocolId: '',
    date: dayOf(nextQuarter, zone),
    time: clockOf(nextQuarter, zone),
    minutes: '120',
    roomId: '',
    weight: '',
    team: onTeam ? { [me.id]: me.role } : {},
    doses: [],
    training: false,
  };
}

export function draftOfSession(session: Session, zone: string): PlanDraft {
  return {
    patientId: session.patient?.id ?? '',
    protocolId: session.protocol.id,
    date: dayOf(Date.parse(session.plannedAt), zone),
    time: clockOf(Date.parse(session.plannedAt), zone),
    minutes: session.durationMinutes === null ? '' : String(session.durationMinutes),
    roomId: session.room?.id ?? '',
    weight: session.weightKg === null ? '' : String(session.weightKg),
    team: Object.fromEntries(session.people.map((person) => [person.personId, person.role])),
    doses: session.plannedDoses.map((dose) => ({
      key: crypto.randomUUID(),
      drug: dose.drug as DrugKey,
      amount: String(dose.amountMg),
      route: dose.route as RouteKey,
    })),
    training: session.origin === 'training',
  };
}

export interface DraftProblem {
  readonly field: string;
  readonly sentence: string;
}

/** The body that both calls share, or the first field that cannot be read. */
export function planBody(
  draft: PlanDraft,
  zone: string,
): { readonly body: object } | { readonly problem: DraftProblem } {
  const when = instantAt(draft.date, draft.time, zone);
  if (when === null) return { problem: { field: 'plannedAt', sentence: words.plan.badTime } };
  const weight = draft.weight.trim() === '' ? null : readTypedNumber(draft.weight);
  if (weight !== null && 'sentence' in weight)
    return { problem: { field: 'weightKg', sentence: weight.sentence } };
  const plannedDoses: object[] = [];
  for (const { drug, amount, route } of draft.doses) {
    const read = readTypedNumber(amount);
    if ('sentence' in read) return { problem: { field: 'plannedDoses', sentence: read.sentence } };
    plannedDoses.push({ drug, route, amountMg: read.value });
  }
  return {
    body: {
      protocolId: draft.protocolId,
      plannedAt: new Date(when).toISOString(),
      ...(draft.minutes.trim() === '' ? {} : { durationMinutes: Number(draft.minutes) }),
      ...(draft.roomId === '' ? {} : { roomId: draft.roomId }),
      ...(weight === null ? {} : { weightKg: weight.value }),
      people: Object.entries(draft.team).map(([personId, role]) => ({ personId, role })),
      plannedDoses,
    },
  };
}
