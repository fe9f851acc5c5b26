import type { DrugKey, Role, RouteKey } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { readTypedNumber } from '../data/typed-number.ts';
import { clockOf, dayOf, instantAt } from '../data/zone.ts';
import { isPlannable } from '../day/calendar.ts';
import { words } from '../words/list-pages.ts';

/** The plan as it stands in the form: everything is text until it is read. */
export interface PlanDraft {
  readonly patientId: string;
  readonly protocolId: string;
  /** `YYYY-MM-DD` and `HH:MM` by the clinic's clock. */
  readonly date: string;
  readonly time: string;
  /** What date and time were filled from. */
  readonly filled: { readonly date: string; readonly time: string; readonly ms: number };
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

/** Begins at the next quarter of an hour, or where and when somebody chose a slot. */
export function emptyPlan(
  nowMs: number,
  zone: string,
  me: { id: string; role: Role },
  slot: { readonly atMs?: number; readonly roomId?: string } = {},
): PlanDraft {
  const onTeam = me.role === 'physician' || me.role === 'therapist' || me.role === 'nurse';
  return {
    patientId: '',
    protocolId: '',
    ...whenFilled(slot.atMs ?? Math.ceil(nowMs / 900_000) * 900_000, zone),
    minutes: '120',
    roomId: slot.roomId ?? '',
    weight: '',
    team: onTeam ? { [me.id]: me.role } : {},
    doses: [],
    training: false,
  };
}

export function draftOfSession(session: Session, zone: string): PlanDraft {
  return {
    patientId: session.patient?.id ?? '',
    protocolId: session.protocol?.id ?? '',
    ...whenFilled(Date.parse(session.plannedAt), zone),
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

function whenFilled(ms: number, zone: string): Pick<PlanDraft, 'date' | 'time' | 'filled'> {
  const when = { date: dayOf(ms, zone), time: clockOf(ms, zone) };
  return { ...when, filled: { ...when, ms } };
}

/**
 * The instant that date and time mean; null when they mean none. As they were filled in they mean what they were
 * filled from: text has no seconds, and in the hour that autumn repeats it would mean the first of two.
 */
export function plannedMs(draft: PlanDraft, zone: string): number | null {
  const { date, time, filled } = draft;
  if (date === filled.date && time === filled.time) return filled.ms;
  return isPlannable(date) ? instantAt(date, time, zone) : null;
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
  const when = plannedMs(draft, zone);
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

/**
 * What a change of plan would leave out: the API keeps what is not sent, so an emptied field would come back without
 * a word. Null: nothing was emptied.
 */
export function emptied(first: PlanDraft, draft: PlanDraft): DraftProblem | null {
  const gone = (key: 'roomId' | 'weight' | 'minutes') => first[key].trim() !== '' && draft[key].trim() === '';
  if (gone('roomId')) return { field: 'roomId', sentence: words.kept.room };
  if (gone('weight')) return { field: 'weightKg', sentence: words.kept.weight };
  if (gone('minutes')) return { field: 'durationMinutes', sentence: words.kept.duration };
  return null;
}
