import type { AnyNewEntry } from '@tandem/domain';
import {
  bodyDuring,
  type ClinicClient,
  pinsOf,
  type ScenarioInput,
  type ScenarioKind,
  type ScenarioPeople,
  type Step,
  scenario,
} from '@tandem/scenarios';
import { idOf } from './day.ts';
import { harbor } from './people.ts';
import type { Roster } from './roster.ts';

/** Whom the training session treats: nobody, and the name says so. */
export const trainingClient: Omit<ClinicClient, 'protocolId'> = {
  id: idOf('training client', harbor.id),
  familyName: 'Training',
  givenName: 'Alex',
  birthDate: '1990-01-01',
  sex: 'other',
  mrn: 'TRAINING',
  allergies: { status: 'none-known', items: [] },
  medicines: [],
  weightKg: 71.4,
  series: [],
};

/** All but those that need a network to fail or end before their time. */
const kinds: readonly ScenarioKind[] = [
  'uneventful',
  'pressure-rise',
  'repeat-dose',
  'emergence-distress',
  'late-entry',
];

/** What somebody in the room does next: an entry, or the end of the session. */
export interface Act {
  readonly id: string;
  readonly atMs: number;
  readonly actorId: string;
  readonly entry: AnyNewEntry | null;
}

export interface Script {
  readonly plan: Step;
  readonly startId: string;
  /** By their time; the end comes last. */
  readonly acts: readonly Act[];
  readonly bodyAt: (atMs: number) => { readonly heartRate: number; readonly spo2: number };
}

/**
 * What happens in the training session of this id. It follows from the id alone: another process, or the next start,
 * goes on with the same words and the same ids.
 * @param startMs when it was started, or, later, when it would have been if no time had been lost since
 */
export function scriptOf(sessionId: string, roster: Roster, people: ScenarioPeople, startMs: number): Script {
  const seed = Number.parseInt(sessionId.slice(0, 8), 16);
  const kind = kinds[seed % kinds.length] as ScenarioKind;
  const [protocol] = roster.protocols;
  if (protocol === undefined) throw new RangeError('the demo has no protocol');
  const input = (plannedMs: number): ScenarioInput => ({
    seed,
    sessionId,
    patientId: trainingClient.id,
    protocolId: protocol.id,
    roomId: roster.trainingRoom,
    people,
    plannedAt: new Date(plannedMs).toISOString(),
    weightKg: trainingClient.weightKg,
    pins: pinsOf(roster, { ...trainingClient, protocolId: protocol.id }, people),
    origin: 'training',
  });
  const startAt0 = stepOf(scenario(kind, input(0)), 'start').atMs;
  const timed = input(startMs - startAt0);
  const steps = scenario(kind, timed);
  const start = stepOf(steps, 'start');
  return {
    plan: stepOf(steps, 'plan'),
    startId: start.command.type === 'start' ? start.command.id : sessionId,
    acts: steps.flatMap(actsOf),
    bodyAt: bodyDuring(kind, timed),
  };
}

function stepOf(steps: readonly Step[], type: Step['command']['type']): Step {
  const step = steps.find(({ command }) => command.type === type);
  if (step === undefined) throw new RangeError(`a scenario without ${type}`);
  return step;
}

function actsOf({ atMs, actor, command }: Step): Act[] {
  if (command.type === 'append')
    return command.entries.map((entry) => ({ id: entry.id, atMs, actorId: actor.id, entry }));
  return command.type === 'end' ? [{ id: command.id, atMs, actorId: actor.id, entry: null }] : [];
}
