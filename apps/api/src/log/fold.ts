import {
  type CourseCommand,
  type CourseState,
  type DecideContext,
  type Decided,
  decide,
  decideCourse,
  type Entry,
  evolve,
  evolveCourse,
  idsOf,
  initialCourse,
  initialState,
  isCourseCommand,
  type Refusal,
  type SessionCommand,
  type SessionState,
} from '@tandem/domain';

export type StreamType = 'session' | 'course';
export type StreamCommand = SessionCommand | CourseCommand;

/** What a stream's log folds to: a session, or what happens between a client's sessions. */
export type StreamFold =
  | { readonly type: 'session'; readonly state: SessionState }
  | { readonly type: 'course'; readonly state: CourseState };

export const typeOf = (command: StreamCommand): StreamType =>
  isCourseCommand(command) ? 'course' : 'session';

export function emptyFold(type: StreamType, streamId: string): StreamFold {
  return type === 'session'
    ? { type, state: initialState(streamId) }
    : { type, state: initialCourse(streamId) };
}

/** @throws RangeError when `entry` is not the next one */
export function withEntry(fold: StreamFold, entry: Entry): StreamFold {
  return fold.type === 'session'
    ? { type: fold.type, state: evolve(fold.state, entry) }
    : { type: fold.type, state: evolveCourse(fold.state, entry) };
}

/** By the rules of its kind of stream; what is no such stream, or was never opened, is not found. */
export function decideIn(
  fold: StreamFold,
  command: StreamCommand,
  context: DecideContext,
): Decided | Refusal {
  const opens = command.type === 'plan' || command.type === 'open-course';
  if (typeOf(command) !== fold.type || (fold.state.lastSeq === 0 && !opens)) return { refused: 'not-found' };
  return fold.type === 'session'
    ? decide(command as SessionCommand, fold.state, context)
    : decideCourse(command as CourseCommand, fold.state, context);
}

/** Ids that a command uses, for the look-up of known entries. */
export function idsIn(command: StreamCommand): string[] {
  if (!isCourseCommand(command)) return idsOf(command);
  return command.type === 'open-course' ? [command.id] : command.entries.map(({ id }) => id);
}
