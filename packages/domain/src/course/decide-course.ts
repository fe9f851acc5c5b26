import { sameJson } from '../canonical-json.ts';
import type { Entry } from '../entries/entry-kind.ts';
import { fieldPath } from '../issues.ts';
import { answerProblems, measures } from '../measures/measures.ts';
import { may } from '../permissions.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import type { DecideContext, Decided, DraftEntry } from '../session/commands.ts';
import { AHEAD_TOLERANCE_MS, formatInstant } from '../time.ts';
import type { CourseOpened, NewCourseEntry } from './course-kinds.ts';
import { type CourseState, checkIns, evolveCourse, ofCourse, safetyTasks } from './course-state.ts';

/** What a person asks of a course. Every id is the caller's and makes the call idempotent. */
export type CourseCommand =
  | ({ readonly type: 'open-course'; readonly id: string } & CourseOpened)
  | { readonly type: 'course-append'; readonly entries: readonly NewCourseEntry[] };

export function isCourseCommand(command: { readonly type: string }): command is CourseCommand {
  return command.type === 'open-course' || command.type === 'course-append';
}

/** (command, state, clock) -> entries or Refusal; a batch is all or none. */
export function decideCourse(
  command: CourseCommand,
  state: CourseState,
  context: DecideContext,
): Decided | Refusal {
  if (!may(context.actor.role, 'course.write')) return refuse('role-may-not');
  if (command.type === 'open-course') return open(command, state, context);
  const decided: Decided[number][] = [];
  const seen = new Set<string>();
  let running = state;
  for (const [index, entry] of command.entries.entries()) {
    const at = { index, entryId: entry.id };
    if (seen.has(entry.id)) return refuse('duplicate-id', { ...at, field: `entries[${index}].id` });
    seen.add(entry.id);
    const known = context.known.get(entry.id);
    if (known !== undefined) {
      const same =
        known.sessionId === context.sessionId &&
        known.kind === entry.kind &&
        known.authorId === context.actor.id &&
        Date.parse(known.happenedAt) === Date.parse(entry.happenedAt) &&
        (known.data === null || sameJson(known.data, entry.data));
      if (!same) return refuse('entry-id-reused', { ...at, field: `entries[${index}].id` });
      decided.push({ knownId: entry.id });
      continue;
    }
    const found = decideOne(entry, running, context);
    if (isRefusal(found)) {
      const field = found.field === undefined ? {} : { field: `entries[${index}].${found.field}` };
      return { ...found, ...at, ...field };
    }
    decided.push({ draft: found });
    running = evolveCourse(running, provisional(found, running, context));
  }
  return decided;
}

function open(
  { id, patientId, seriesId }: Extract<CourseCommand, { type: 'open-course' }>,
  state: CourseState,
  { known, nowMs }: DecideContext,
): Decided | Refusal {
  const data = { patientId, seriesId };
  const before = known.get(id);
  if (before !== undefined) {
    return before.kind === 'course-opened' && sameJson(before.data, data)
      ? [{ knownId: id }]
      : refuse('entry-id-reused', { field: 'id', entryId: id });
  }
  if (state.lastSeq > 0) return refuse('entry-id-reused', { field: 'id', entryId: id });
  return [{ draft: { ...draft(id, 'course-opened', nowMs), data } }];
}

function decideOne(
  entry: NewCourseEntry,
  state: CourseState,
  { actor, nowMs }: DecideContext,
): DraftEntry | Refusal {
  const happenedMs = Date.parse(entry.happenedAt);
  if (happenedMs > nowMs + AHEAD_TOLERANCE_MS) return refuse('time-ahead', { field: 'happenedAt' });
  const wrong = problemOf(entry, state, actor.id);
  return wrong ?? { ...draft(entry.id, entry.kind, happenedMs), data: entry.data };
}

function problemOf(entry: NewCourseEntry, state: CourseState, actorId: string): Refusal | null {
  switch (entry.kind) {
    case 'measure': {
      const measure = measures.find(({ key }) => key === entry.data.instrument);
      if (measure === undefined) return invalid('data.instrument', 'is no measure that this clinic has');
      if (measure.version !== entry.data.version)
        return invalid('data.version', `must be ${measure.version}: no other is known here`);
      const [first] = answerProblems(measure, entry.data.answers);
      return first === undefined ? null : invalid(`data.${fieldPath(first.path)}`, first.message);
    }
    case 'safety-outcome': {
      const task = safetyTasks(state).find(({ measureId }) => measureId === entry.data.measureId);
      if (task === undefined) return refuse('not-found', { field: 'data.measureId' });
      return null;
    }
    case 'check-in-outcome': {
      const one = checkIns(state).find(({ id }) => id === entry.data.checkInId);
      if (one === undefined) return refuse('not-found', { field: 'data.checkInId' });
      return one.outcome === null ? null : refuse('already-settled', { field: 'data.checkInId' });
    }
    case 'insight-approval':
      return ofCourse(state, 'insight').some(({ id }) => id === entry.data.insightId)
        ? null
        : refuse('not-found', { field: 'data.insightId' });
    case 'withdrawal':
      return withdrawable(state, entry.data.entryId, actorId);
    default:
      return null;
  }
}

/** MEA-3: one's own, once; a measure that opened a safety task only with its outcome written. */
function withdrawable(state: CourseState, entryId: string, actorId: string): Refusal | null {
  const target = state.entries.find(({ id }) => id === entryId);
  if (target === undefined || target.kind === 'course-opened' || target.kind === 'withdrawal')
    return refuse('not-found', { field: 'data.entryId' });
  if (state.withdrawn.has(entryId)) return refuse('already-settled', { field: 'data.entryId' });
  if (target.author.id !== actorId) return refuse('not-yours', { field: 'data.entryId' });
  const open = safetyTasks(state).some(({ measureId, outcome }) => measureId === entryId && outcome === null);
  return open ? refuse('safety-open', { field: 'data.entryId' }) : null;
}

const invalid = (field: string, message: string) =>
  refuse('invalid', { field, detail: `${field} ${message}. Nothing was stored.` });

function draft(id: string, kind: string, happenedMs: number) {
  return { id, kind, version: 1, happenedAt: formatInstant(happenedMs), context: null };
}

/** As the writer will place it, for what comes after it in the same batch. */
function provisional(
  found: DraftEntry,
  state: CourseState,
  { sessionId, actor, nowMs }: DecideContext,
): Entry {
  return {
    ...found,
    sessionId,
    seq: state.lastSeq + 1,
    recordedAt: formatInstant(nowMs),
    author: actor,
    hash: '',
  };
}
