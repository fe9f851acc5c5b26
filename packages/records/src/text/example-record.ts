import {
  type AnyNewEntry,
  type Author,
  type DraftEntry,
  decide,
  decideCourse,
  type Entry,
  evolve,
  evolveCourse,
  initialCourse,
  initialState,
  isRefusal,
  type SessionCommand,
} from '@tandem/domain';
import { type SessionRecord, sessionRecord } from '../session-record.ts';
import {
  at,
  between,
  COURSE,
  DAY,
  id,
  MISTYPED,
  physician,
  pins,
  plan,
  SESSION,
  said,
  therapist,
} from './example-calls.ts';

/**
 * A short session of somebody who does not exist: what each place of a template says is seen by it, in the words that
 * a real session has, because it is decided and folded like one.
 */
export function exampleRecord(clinic: SessionRecord['clinic']): SessionRecord {
  const entries = exampleSession();
  const last = entries.at(-1) as Entry;
  return sessionRecord({
    clinic,
    client: pins.patient,
    session: {
      id: SESSION,
      status: 'signed',
      origin: 'demo',
      plannedAt: at(0),
      startedAt: at(0),
      endedAt: at(140),
      room: 'Room 2',
      setting: 'in-clinic',
      disposition: 'completed',
      series: { number: 3, of: 6 },
    },
    team: [physician, therapist],
    protocol: { ...pins.protocol, version: 2 },
    entries,
    head: { seq: last.seq, hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    epoch: id(3),
    exportedAt: at(7 * DAY + 90),
    exportedBy: physician,
    purpose: 'treatment',
    courses: [{ id: COURSE, entries: exampleCourse() }],
  });
}

function exampleSession(): Entry[] {
  let state = initialState(SESSION);
  const entries: Entry[] = [];
  const take = (minute: number, actor: Author, command: SessionCommand) => {
    const nowMs = Date.parse(at(minute)) + 4_000;
    const decided = decide(command, state, { sessionId: SESSION, actor, nowMs, known: new Map() });
    for (const draft of draftsOf(decided)) {
      const entry = placed(draft, SESSION, entries.length + 1, actor, nowMs);
      entries.push(entry);
      state = evolve(state, entry);
    }
  };
  take(-60, therapist, { type: 'plan', id: id(50), plan });
  take(0, physician, { type: 'start', id: id(51), startedAt: null, reason: null, pins });
  for (const [n, [minute, actor, kind, data]] of said.entries()) {
    const own = kind === 'vital-signs' && minute === 26 ? MISTYPED : id(60 + n);
    const entry = { id: own, kind, happenedAt: at(minute), data } as unknown as AnyNewEntry;
    take(minute, actor, { type: 'append', entries: [entry] });
  }
  take(140, physician, { type: 'end', id: id(52), endedAt: null, disposition: 'completed' });
  for (const [n, signer] of [physician, therapist].entries())
    take(150 + n, signer, { type: 'sign', id: id(53 + n), meaning: 'I have reviewed this record.' });
  take(DAY, therapist, { type: 'addendum', id: id(55), text: 'She slept well, her sister says.' });
  return entries;
}

function exampleCourse(): Entry[] {
  let state = initialCourse(COURSE);
  const entries: Entry[] = [];
  const take = (nowMs: number, command: Parameters<typeof decideCourse>[0]) => {
    const context = { sessionId: COURSE, actor: therapist, nowMs, known: new Map() };
    for (const draft of draftsOf(decideCourse(command, state, context))) {
      const entry = placed(draft, COURSE, entries.length + 1, therapist, nowMs);
      entries.push(entry);
      state = evolveCourse(state, entry);
    }
  };
  take(Date.parse(at(-DAY)), { type: 'open-course', id: id(206), patientId: id(20), seriesId: null });
  for (const entry of between)
    take(Date.parse(entry.happenedAt), { type: 'course-append', entries: [entry] });
  return entries;
}

/** @throws when one is refused: then the example says something that no session can */
function draftsOf(decided: ReturnType<typeof decide>): DraftEntry[] {
  if (isRefusal(decided)) throw new Error(`the example is refused: ${JSON.stringify(decided)}`);
  return decided.flatMap((one) => ('draft' in one ? [one.draft] : []));
}

function placed(draft: DraftEntry, sessionId: string, seq: number, author: Author, nowMs: number): Entry {
  return { ...draft, sessionId, seq, recordedAt: new Date(nowMs).toISOString(), author, hash: '' };
}
