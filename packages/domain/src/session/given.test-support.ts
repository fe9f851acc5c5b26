import { type Entry, recorderOf } from '../entries/entry-kind.ts';
import type { Pins, Plan } from '../entries/lifecycle.ts';
import type { AnyNewEntry, RecordableKind } from '../entries/registry.ts';
import { isRefusal, type Refusal } from '../refusals.ts';
import type { Author, Role } from '../roles.ts';
import { formatInstant } from '../time.ts';
import { type DraftEntry, idsOf, type KnownEntry, type SessionCommand } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { initialState, type SessionState } from './state.ts';
import type { SessionStatus } from './status.ts';

/** The moment most tests begin at: the session has just started. */
export const T0 = Date.parse('2026-11-24T10:00:00.000Z');
export const MINUTE = 60_000;
export const at = (minutes: number): string => formatInstant(T0 + minutes * MINUTE);

/** A readable UUID that says which one it is. */
export const uuid = (n: number): string => `0000${String(n).padStart(4, '0')}-0000-4000-8000-000000000000`;
export const SESSION = uuid(9000);

const person = (n: number, name: string, role: Role): Author => ({ id: uuid(n), name, role });
export const physician = person(1, 'Dr Ada Fell', 'physician');
export const therapist = person(2, 'Jonas Reed', 'therapist');
export const nurse = person(3, 'Mira Sand', 'nurse');
export const lead = person(4, 'Lea Quist', 'lead');
export const admin = person(5, 'Ivo Brandt', 'admin');
export const otherTherapist = person(6, 'Nell Vane', 'therapist');
export const otherPhysician = person(7, 'Dr Tom Lark', 'physician');

export const plan: Plan = { patientId: uuid(500), protocolId: uuid(600), plannedAt: at(0), weightKg: 68.4 };
export const pins: Pins = {
  patient: {
    id: uuid(500),
    familyName: 'Rivera',
    givenName: 'Maya',
    birthDate: '1987-03-14',
    sex: 'female',
    mrn: null,
    allergies: { status: 'none-known', items: [] },
  },
  weightKg: 68.4,
  protocol: { id: uuid(600), name: 'IM', data: { drug: 'ketamine', route: 'im' } },
  team: [physician, therapist].map(({ id, name, role }) => ({ personId: id, name, role })),
};

/** What someone did, and when the log took it. */
export interface Told {
  readonly command: SessionCommand;
  readonly actor?: Author;
  readonly nowMs?: number;
}

export const append = (...entries: AnyNewEntry[]): SessionCommand => ({ type: 'append', entries });
export const steps = {
  plan: { type: 'plan', id: uuid(901), plan },
  start: { type: 'start', id: uuid(902), startedAt: null, reason: null, pins },
  end: { type: 'end', id: uuid(903), endedAt: null, disposition: 'completed' },
  sign: { type: 'sign', id: uuid(904), meaning: 'Complete.' },
  cosign: { type: 'sign', id: uuid(905), meaning: 'What I saw.' },
  cancel: { type: 'cancel', id: uuid(906), reason: 'Client is ill.' },
  addendum: { type: 'addendum', id: uuid(907), text: 'Slept well.' },
} as const satisfies Record<string, SessionCommand>;

export const planned: Told = { command: steps.plan, actor: physician, nowMs: T0 - 60 * MINUTE };
export const started: Told = { command: steps.start, actor: physician, nowMs: T0 };
export const ended: Told = { command: steps.end, actor: physician, nowMs: T0 + 130 * MINUTE };
export const signed: Told = { command: steps.sign, actor: physician, nowMs: T0 + 140 * MINUTE };
export const cosigned: Told = { command: steps.cosign, actor: therapist, nowMs: T0 + 150 * MINUTE };
export const cancelled: Told = { command: steps.cancel, actor: physician, nowMs: T0 - 30 * MINUTE };

/** How a session comes to each status, with a moment at which it is in it. */
export const reach: Readonly<
  Record<SessionStatus, { readonly told: readonly Told[]; readonly nowMs: number }>
> = {
  planned: { told: [planned], nowMs: T0 - 20 * MINUTE },
  'in-progress': { told: [planned, started], nowMs: T0 + 20 * MINUTE },
  ended: { told: [planned, started, ended], nowMs: T0 + 135 * MINUTE },
  signed: { told: [planned, started, ended, signed, cosigned], nowMs: T0 + 160 * MINUTE },
  cancelled: { told: [planned, cancelled], nowMs: T0 - 20 * MINUTE },
};

let nextId = 1000;
/** An entry as a device sends it, with an id of its own unless one is given. */
export function entry<Kind extends RecordableKind>(
  kind: Kind,
  data: Extract<AnyNewEntry, { kind: Kind }>['data'],
  more: Partial<Pick<AnyNewEntry, 'id' | 'happenedAt' | 'context'>> = {},
): AnyNewEntry {
  nextId += 1;
  return { id: uuid(nextId), kind, happenedAt: at(0), data, ...more } as AnyNewEntry;
}

/** One valid entry of every kind a device may append; corrections point at `target`. */
export function anyOf(kind: RecordableKind, target: string, more: { happenedAt?: string } = {}): AnyNewEntry {
  const note = { text: 'Breath slow.', category: 'noticed' } as const;
  const data: { [Kind in RecordableKind]: Extract<AnyNewEntry, { kind: Kind }>['data'] } = {
    'vital-signs': { systolic: 148, diastolic: 92, heartRate: 88, spo2: 97 },
    dose: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
    'infusion-start': { infusionId: uuid(700), drug: 'ketamine', state: 'already-given', rateMgPerHour: 30 },
    // Corrections point at `target`; a change of an infusion needs one that runs.
    'infusion-rate': { infusionId: uuid(700), drug: 'ketamine', state: 'already-given', rateMgPerHour: 20 },
    'infusion-stop': { infusionId: uuid(700), drug: 'ketamine' },
    'dose-not-given': { reason: 'refused', drug: 'ketamine' },
    waste: { vialId: uuid(710), amountMg: 10 },
    checklist: { answers: [{ item: 'identity', result: 'fulfilled' }] },
    emergency: { mark: 'help-called' },
    note,
    moment: { text: 'Long silence.', tags: ['grief'] },
    shift: { from: 'I am the mistake.', to: 'I was doing my best.' },
    'words-to-keep': { text: 'I can put it down.' },
    phase: { phase: 'peak' },
    'adverse-event': { term: 'nausea', grade: 2 },
    assessment: { instrument: 'nrs-nausea', answers: [{ item: 'nausea', value: 3 }] },
    acknowledgement: { noticeId: `bp-high:${target}` },
    handover: {
      fromId: physician.id,
      toId: otherPhysician.id,
      role: 'physician',
      summary: { openNotices: [] },
    },
    'handover-accepted': { handoverId: target },
    amendment: { entryId: target, data: { ...note, text: 'Breath slow and deep.' }, reason: 'Fuller.' },
    retraction: { entryId: target, reason: 'Twice.' },
  };
  return entry(kind, data[kind] as never, more);
}

export interface Outcome {
  readonly refusal: Refusal | null;
  readonly drafts: readonly DraftEntry[];
  readonly knownIds: readonly string[];
  /** After what was decided; as it was when refused. */
  readonly state: SessionState;
  readonly log: readonly Entry[];
}

export interface Given {
  readonly state: SessionState;
  readonly log: readonly Entry[];
  /** @param more.foreign entries of other sessions of the clinic */
  when(
    command: SessionCommand,
    who?: Author,
    nowMs?: number,
    more?: { foreign?: readonly KnownEntry[] },
  ): Outcome;
}

/** A session in which all this happened. @throws when one of it is refused: then the test begins wrongly */
export function given(...told: readonly Told[]): Given {
  let state = initialState(SESSION);
  let log: readonly Entry[] = [];
  let nowMs = T0;
  for (const { command, actor = physician, nowMs: toldMs } of told) {
    nowMs = toldMs ?? nowMs;
    const outcome = run(state, log, command, actor, nowMs, []);
    if (outcome.refusal !== null)
      throw new Error(`given ${command.type}: ${JSON.stringify(outcome.refusal)}`);
    ({ state, log } = outcome);
  }
  const lastMs = nowMs;
  return {
    state,
    log,
    when: (command, who = physician, whenMs = lastMs, more = {}) =>
      run(state, log, command, who, whenMs, more.foreign ?? []),
  };
}

/** A session that runs, in which all this happened as well. */
export const inSession = (...told: readonly Told[]): Given => given(planned, started, ...told);

/** A dose that was given already: 40 mg of ketamine IM at the start, unless `data` and `more` say otherwise. */
export const doseGiven = (data: object = {}, more: Parameters<typeof entry>[2] = {}): AnyNewEntry =>
  entry(
    'dose',
    { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40, ...data } as never,
    more,
  );

/** Something that was appended by `actor`, at the moment of what was told before it. */
export const recorded = (actor: Author, ...entries: AnyNewEntry[]): Told => ({
  command: append(...entries),
  actor,
});

function run(
  state: SessionState,
  log: readonly Entry[],
  command: SessionCommand,
  actor: Author,
  nowMs: number,
  foreign: readonly KnownEntry[],
): Outcome {
  const ids = new Set(idsOf(command));
  const own = log.map((one): KnownEntry => ({ ...one, authorId: recorderOf(one).id }));
  const known = new Map([...own, ...foreign].filter((one) => ids.has(one.id)).map((one) => [one.id, one]));
  const decided = decide(command, state, { sessionId: SESSION, actor, nowMs, known });
  if (isRefusal(decided)) return { refusal: decided, drafts: [], knownIds: [], state, log };
  const drafts = decided.flatMap((one) => ('draft' in one ? [one.draft] : []));
  const knownIds = decided.flatMap((one) => ('knownId' in one ? [one.knownId] : []));
  const added = drafts.map((draft, index) => written(draft, state.lastSeq + 1 + index, actor, nowMs));
  return { refusal: null, drafts, knownIds, state: added.reduce(evolve, state), log: [...log, ...added] };
}

/** The writer's part, without a database: seq, recordedAt and a hash that only has to differ. */
function written(draft: DraftEntry, seq: number, author: Author, nowMs: number): Entry {
  const recordedAt = formatInstant(nowMs);
  return { ...draft, sessionId: SESSION, seq, recordedAt, author, hash: seq.toString(16).padStart(64, '0') };
}
