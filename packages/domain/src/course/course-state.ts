import type { Entry } from '../entries/entry-kind.ts';
import { safetyAnswer } from '../measures/measures.ts';
import type { CourseDataOf, CourseKind, CourseOpened } from './course-kinds.ts';

/** The course of a client in one series, as its log tells it. Built by `evolveCourse` alone. */
export interface CourseState {
  readonly courseId: string;
  readonly opened: CourseOpened | null;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly entries: readonly Entry[];
  /** Entry id to why it was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, string>;
}

export function initialCourse(courseId: string): CourseState {
  return { courseId, opened: null, lastSeq: 0, lastHash: '', entries: [], withdrawn: new Map() };
}

/**
 * (state, entry) -> state: the same function on the server and in the browser. It never refuses.
 * @throws RangeError when `entry` is not the next one
 */
export function evolveCourse(state: CourseState, entry: Entry): CourseState {
  if (entry.seq !== state.lastSeq + 1)
    throw new RangeError(`entry ${entry.seq} does not follow ${state.lastSeq}`);
  const next = {
    ...state,
    lastSeq: entry.seq,
    lastHash: entry.hash,
    entries: [...state.entries, entry],
  };
  if (entry.kind === 'course-opened') return { ...next, opened: entry.data as CourseOpened };
  if (entry.kind !== 'withdrawal' || entry.data === null) return next;
  const { entryId, reason } = entry.data as CourseDataOf<'withdrawal'>;
  return { ...next, withdrawn: new Map([...state.withdrawn, [entryId, reason]]) };
}

export interface CourseItem<Kind extends CourseKind> {
  readonly id: string;
  readonly seq: number;
  readonly happenedAt: string;
  readonly data: CourseDataOf<Kind>;
  readonly entry: Entry;
}

/** Entries of one kind that count, by when they happened, then seq. */
export function ofCourse<Kind extends CourseKind>(state: CourseState, kind: Kind): CourseItem<Kind>[] {
  return everyOf(state, kind).filter(({ id }) => !state.withdrawn.has(id));
}

/** The same with those that were withdrawn: they stay to be seen. */
export function everyOf<Kind extends CourseKind>(state: CourseState, kind: Kind): CourseItem<Kind>[] {
  return state.entries
    .filter((entry) => entry.kind === kind && entry.data !== null)
    .map((entry) => ({
      id: entry.id,
      seq: entry.seq,
      happenedAt: entry.happenedAt,
      data: entry.data as CourseDataOf<Kind>,
      entry,
    }))
    .sort((a, b) => (a.happenedAt === b.happenedAt ? a.seq - b.seq : a.happenedAt < b.happenedAt ? -1 : 1));
}

/** MEA-3: why an entry was withdrawn, by whom and when; null while it counts. */
export function withdrawalOf(state: CourseState, entryId: string) {
  const found = ofCourse(state, 'withdrawal').find(({ data }) => data.entryId === entryId);
  return found === undefined
    ? null
    : { reason: found.data.reason, by: found.entry.author.name, at: found.happenedAt };
}

/** An answer to the question about being better off dead asks for an outcome within an hour (clinic policy). */
export const SAFETY_WITHIN_MS = 3_600_000;

/** MEA-2: an answer of 1 or more to that question, and what was done about it. */
export interface SafetyTask {
  readonly measureId: string;
  readonly answer: number;
  /** When it reached the log: nobody could have seen it before. */
  readonly sinceMs: number;
  readonly dueMs: number;
  readonly outcome: { readonly text: string; readonly by: string; readonly at: string } | null;
}

/** Newest first. */
export function safetyTasks(state: CourseState): SafetyTask[] {
  const outcomes = new Map(
    ofCourse(state, 'safety-outcome').map(({ data, entry }) => [
      data.measureId,
      { text: data.outcome, by: entry.author.name, at: entry.recordedAt },
    ]),
  );
  return ofCourse(state, 'measure')
    .flatMap(({ id, data, entry }) => {
      const answer = safetyAnswer(data.instrument, data.answers);
      if (answer === null || answer < 1) return [];
      const sinceMs = Date.parse(entry.recordedAt);
      const dueMs = sinceMs + SAFETY_WITHIN_MS;
      return [{ measureId: id, answer, sinceMs, dueMs, outcome: outcomes.get(id) ?? null }];
    })
    .reverse();
}

export interface CheckIn {
  readonly id: string;
  readonly data: CourseDataOf<'check-in'>;
  /** As moved last. */
  readonly dueMs: number;
  readonly moves: number;
  readonly outcome: {
    readonly how: 'done' | 'missed';
    readonly text: string | null;
    readonly at: string;
  } | null;
}

/** INT-1: every check-in with where it stands, by when it is due. */
export function checkIns(state: CourseState): CheckIn[] {
  const outcomes = ofCourse(state, 'check-in-outcome').sort((a, b) => a.seq - b.seq);
  return ofCourse(state, 'check-in')
    .map(({ id, data }) => {
      const told = outcomes.filter((one) => one.data.checkInId === id);
      const moved = told.filter((one) => one.data.movedTo !== undefined);
      const ended = told.find((one) => one.data.outcome !== 'moved');
      return {
        id,
        data,
        dueMs: Date.parse(moved.at(-1)?.data.movedTo ?? data.dueAt),
        moves: moved.length,
        outcome:
          ended === undefined
            ? null
            : {
                how: ended.data.outcome as 'done' | 'missed',
                text: ended.data.text ?? null,
                at: ended.happenedAt,
              },
      };
    })
    .sort((a, b) => a.dueMs - b.dueMs);
}
