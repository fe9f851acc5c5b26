import type { BoardSession, Session } from '@tandem/wire';
import { byRoom } from '../board/board-state.ts';

export interface RoundRow {
  readonly session: Session;
  /** Null before the first word of the board, or of a session it does not know yet. */
  readonly line: BoardSession | null;
  /** Another client in this list has the same family name: they are told apart by more than the given name. */
  readonly sharesName: boolean;
}

/** Where to go next: what is longest late first, then what comes due; sessions without a time last, by room. */
export function roundRows(
  sessions: readonly Session[],
  lines: ReadonlyMap<string, BoardSession> | null,
): RoundRow[] {
  const familyName = ({ patient }: Session) => patient?.familyName.toLocaleLowerCase() ?? null;
  const dueMs = ({ line }: RoundRow) =>
    line === null || line.nextDueAt === null ? Number.POSITIVE_INFINITY : Date.parse(line.nextDueAt);
  return sessions
    .map((session) => ({
      session,
      line: lines?.get(session.id) ?? null,
      sharesName:
        familyName(session) !== null &&
        sessions.some((other) => other.id !== session.id && familyName(other) === familyName(session)),
    }))
    .toSorted((a, b) => {
      const [first, second] = [dueMs(a), dueMs(b)];
      return first === second ? byRoom(a.session, b.session) : first - second;
    });
}
