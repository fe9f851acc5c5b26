import { sameJson } from '../canonical-json.ts';
import type { Entry } from '../entries/entry-kind.ts';
import { measuresWith } from '../measures/clinic-measure.ts';
import type { Measure } from '../measures/measure.ts';
import { may } from '../permissions.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import type { DecideContext, Decided, DraftEntry } from '../session/commands.ts';
import { AHEAD_TOLERANCE_MS, formatInstant } from '../time.ts';
import type { CourseDataOf, CourseOpened, NewCourseEntry } from './course-kinds.ts';
import { problemOf } from './course-problems.ts';
import { type CourseState, evolveCourse } from './course-state.ts';

/** What a person asks of a course. Every id is the caller's and makes the call idempotent. */
export type CourseCommand =
  | ({ readonly type: 'open-course'; readonly id: string } & CourseOpened)
  | {
      readonly type: 'course-append';
      readonly entries: readonly NewCourseEntry[];
      /** What the clinic brought, every version, as the server knows it; none when left out. */
      readonly instruments?: readonly Measure[] | undefined;
    };

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
  const measures = measuresWith(command.instruments ?? []);
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
        (known.data === null || sameJson(unnamed(known.data), unnamed(entry.data)));
      if (!same) return refuse('entry-id-reused', { ...at, field: `entries[${index}].id` });
      decided.push({ knownId: entry.id });
      continue;
    }
    const found = decideOne(entry, running, context, measures);
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
  measures: readonly Measure[],
): DraftEntry | Refusal {
  const happenedMs = Date.parse(entry.happenedAt);
  if (happenedMs > nowMs + AHEAD_TOLERANCE_MS) return refuse('time-ahead', { field: 'happenedAt' });
  const wrong = problemOf(entry, state, actor.id, measures);
  return wrong ?? { ...draft(entry.id, entry.kind, happenedMs), data: entry.data };
}

/** Names are the server's, as they were when an entry was stored: sent again after a change of name it is the same. */
function unnamed(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('owner' in data)) return data;
  const { owner, deputy } = data as CourseDataOf<'check-in'>;
  return { ...data, owner: owner.id, ...(deputy === undefined ? {} : { deputy: deputy.id }) };
}

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
