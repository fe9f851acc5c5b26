import type { Pins } from '@tandem/domain';
import { type Rng, type ScenarioInput, type Step, scenario, scenarioKinds } from '@tandem/scenarios';
import type { Recording } from './page.ts';
import { cast, type Person, personOf, SESSION } from './people.ts';

/** Somebody records something, this long after the world begins. */
export interface Act {
  readonly atMs: number;
  readonly person: Person;
  readonly recording: Recording;
}

/** A step of the session that its own call takes. */
export interface StepAct {
  readonly atMs: number;
  readonly person: Person;
  readonly what: 'end' | 'sign' | 'addenda';
  readonly body: { readonly id: string; readonly [key: string]: unknown };
}

export interface Script {
  /** What is in the log already: the session as planned and started, on the scenario's clock. */
  readonly before: readonly Step[];
  readonly acts: readonly Act[];
  readonly steps: readonly StepAct[];
  /** The right time when the world begins, ms since the epoch. */
  readonly startMs: number;
  /** The session ends about then. */
  readonly activeMs: number;
}

const id = (at: number) => `cdcdcdcd-0000-4000-8000-${String(at).padStart(12, '0')}`;
const [PATIENT, PROTOCOL] = [id(1), id(2)];

/** One session in so many is told whole. The rest keep a quarter of what is recorded: more faults meet fewer entries. */
const WHOLE = 0.06;
const KEPT = 0.28;

/**
 * A scenario told in a minute or less: who records what in which order is the scenario's, the hours between are left
 * out. The world begins shortly before the scenario's end, so that most entries tell of what happened earlier.
 */
export function scriptOf(rng: Rng, seed: number): Script {
  const steps = scenario(rng.pick(scenarioKinds), inputOf(rng, seed));
  const started = steps.findIndex(({ command }) => command.type === 'start');
  const endMs = steps.find(({ command }) => command.type === 'end')?.atMs ?? 0;
  const whole = rng.chance(WHOLE);
  const activeMs = whole ? rng.int(50_000, 110_000) : rng.int(14_000, 30_000);
  const acts = spread(rng, activeMs, steps.slice(started + 1), whole ? 1 : KEPT);
  return {
    before: steps.slice(0, started + 1),
    acts,
    steps: stepsAfter(rng, activeMs, steps),
    startMs: endMs - 60_000,
    activeMs,
  };
}

function spread(rng: Rng, activeMs: number, steps: readonly Step[], share: number): Act[] {
  const recorded = steps
    .flatMap(({ actor, command }) =>
      command.type === 'append' ? command.entries.map((entry) => ({ actor, entry })) : [],
    )
    .filter(({ entry }) => entry.kind === 'dose' || rng.chance(share));
  const atMs = recorded.map(() => rng.int(500, activeMs)).sort((a, b) => a - b);
  return recorded.map(({ actor, entry: { id, kind, data, happenedAt, context } }, at) => {
    // What was "a moment ago" in the scenario is now; a medicine keeps its time, because intervals hang on it.
    const now = kind !== 'dose' && rng.chance(0.4);
    const { lateReason } = context ?? {};
    const happenedMs = now ? null : Date.parse(happenedAt);
    const late = lateReason === undefined ? {} : { lateReason };
    return {
      atMs: atMs[at] as number,
      person: personOf(actor),
      recording: { id, kind, data, happenedMs, ...late },
    };
  });
}

function stepsAfter(rng: Rng, activeMs: number, steps: readonly Step[]): StepAct[] {
  let atMs = activeMs;
  return steps.flatMap(({ actor, command }): StepAct[] => {
    const person = personOf(actor);
    switch (command.type) {
      case 'end':
        atMs += rng.int(0, 3_000);
        return [{ atMs, person, what: 'end', body: { id: command.id, disposition: command.disposition } }];
      case 'sign':
        atMs += rng.int(2_000, 7_000);
        return [{ atMs, person, what: 'sign', body: { id: command.id, meaning: command.meaning } }];
      case 'addendum':
        atMs += rng.int(1_000, 4_000);
        return [{ atMs, person, what: 'addenda', body: { id: command.id, text: command.text } }];
      default:
        return [];
    }
  });
}

function inputOf(rng: Rng, seed: number): ScenarioInput {
  const withNurse = rng.chance(0.6);
  const { physician, therapist } = cast;
  const people = withNurse ? cast : { physician, therapist };
  const weightKg = rng.int(50, 110);
  const pins: Pins = {
    patient: {
      id: PATIENT,
      familyName: 'Brightwater',
      givenName: 'Maya',
      birthDate: '1987-03-14',
      sex: 'female',
      mrn: null,
      allergies: { status: 'none-known', items: [] },
    },
    weightKg,
    protocol: {
      id: PROTOCOL,
      name: 'Ketamine IM',
      data: { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.5, minimumIntervalMinutes: 10 },
    },
    team: Object.values(people).map(({ id: personId, name, role }) => ({ personId, name, role })),
  };
  return {
    seed,
    sessionId: SESSION,
    patientId: PATIENT,
    protocolId: PROTOCOL,
    people,
    plannedAt: '2026-11-24T15:00:00.000Z',
    weightKg,
    pins,
    origin: 'training',
  };
}
