import {
  type Decided,
  decide,
  type Entry,
  evolve,
  formatInstant,
  idsOf,
  initialState,
  isRefusal,
  type KnownEntry,
  type Pins,
  type ProtocolPlan,
  type Refusal,
  type SessionState,
} from '@tandem/domain';
import type { ScenarioInput, ScenarioPeople, Step } from './types.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

export const people: Required<ScenarioPeople> = {
  physician: { id: id(1), name: 'Dr Ada Fell', role: 'physician' },
  therapist: { id: id(2), name: 'Jonas Reed', role: 'therapist' },
  nurse: { id: id(3), name: 'Mira Sand', role: 'nurse' },
};

export const protocolPlans: Readonly<Record<string, ProtocolPlan>> = {
  im: {
    drug: 'ketamine',
    route: 'im',
    ceilingMgPerKg: 1.5,
    minimumIntervalMinutes: 10,
    vitalsEveryMinutes: 15,
  },
  iv: { drug: 'ketamine', route: 'iv', ceilingMgPerKg: 1, observationMinutes: 120 },
  sl: { drug: 'ketamine', route: 'sl', ceilingMg: 400, minimumIntervalMinutes: 20 },
  po: { drug: 'ketamine', route: 'po', ceilingMg: 300 },
  sc: { drug: 'ketamine', route: 'sc' },
  in: { drug: 'ketamine', route: 'in' },
  esketamine: { drug: 'esketamine', route: 'in', ceilingMg: 84, minimumIntervalMinutes: 5 },
};

export function inputOf(seed: number, route: string, more: Partial<ScenarioInput> = {}): ScenarioInput {
  const weightKg = 52 + (seed % 50) + 0.4;
  const withNurse = seed % 2 === 0;
  const team = withNurse
    ? [people.physician, people.therapist, people.nurse]
    : [people.physician, people.therapist];
  const pins: Pins = {
    patient: {
      id: id(100 + seed),
      familyName: 'Brightwater',
      givenName: 'Maya',
      birthDate: '1987-03-14',
      sex: 'female',
      mrn: null,
      allergies: { status: 'none-known', items: [] },
    },
    weightKg,
    protocol: { id: id(50), name: `Ketamine ${route}`, data: protocolPlans[route] as ProtocolPlan },
    team: team.map((person) => ({ personId: person.id, name: person.name, role: person.role })),
  };
  return {
    seed,
    sessionId: id(1000 + seed),
    patientId: id(100 + seed),
    protocolId: id(50),
    people: withNurse ? people : { physician: people.physician, therapist: people.therapist },
    plannedAt: '2026-03-10T09:00:00.000Z',
    weightKg,
    pins,
    origin: 'demo',
    ...more,
  };
}

interface Played {
  readonly state: SessionState;
  readonly entries: readonly Entry[];
  readonly refusals: readonly { readonly step: Step; readonly refusal: Refusal }[];
}

/** Runs steps through `decide` and `evolve` as the writer does, on the scenario clock. */
export function play(sessionId: string, steps: readonly Step[]): Played {
  let state = initialState(sessionId);
  const entries: Entry[] = [];
  const refusals: { step: Step; refusal: Refusal }[] = [];
  for (const step of steps) {
    const known = knownOf(entries, step);
    const decided = decide(step.command, state, { sessionId, actor: step.actor, nowMs: step.atMs, known });
    if (isRefusal(decided)) {
      refusals.push({ step, refusal: decided });
      continue;
    }
    for (const entry of written(decided, state, step)) {
      entries.push(entry);
      state = evolve(state, entry);
    }
  }
  return { state, entries, refusals };
}

function written(decided: Decided, state: SessionState, step: Step): Entry[] {
  const drafts = decided.flatMap((one) => ('draft' in one ? [one.draft] : []));
  return drafts.map((draft, at) => ({
    ...draft,
    sessionId: state.sessionId,
    seq: state.lastSeq + at + 1,
    recordedAt: formatInstant(step.atMs),
    author: step.actor,
    hash: String(state.lastSeq + at + 1),
  }));
}

function knownOf(entries: readonly Entry[], step: Step): Map<string, KnownEntry> {
  const ids = new Set(idsOf(step.command));
  const found = entries.filter((entry) => ids.has(entry.id));
  return new Map(found.map((entry) => [entry.id, { ...entry, authorId: entry.author.id }]));
}
