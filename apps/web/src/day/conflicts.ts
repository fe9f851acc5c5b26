import type { Session } from '@tandem/wire';
import { overlap, type Span } from './day-grid.ts';
import { spanOf } from './session-span.ts';

/** Where and when a session is wanted, whether it is stored already or still in a form. */
export interface Wanted extends Span {
  /** Not compared with itself. */
  readonly id: string | null;
  readonly roomId: string | null;
  readonly patientId: string | null;
  readonly personIds: readonly string[];
}

/** One room, one client or one person at two places at a time. */
export interface Conflict {
  readonly kind: 'room' | 'client' | 'person';
  readonly session: Session;
  readonly span: Span;
  /** The person who is meant, for a conflict of that kind. */
  readonly personName: string | null;
}

/** What a stored session asks for. */
export function wantedBy(session: Session, nowMs: number): Wanted {
  return {
    id: session.id,
    ...spanOf(session, nowMs),
    roomId: session.room?.id ?? null,
    patientId: session.patient?.id ?? null,
    personIds: session.people.map(({ personId }) => personId),
  };
}

/**
 * Everything that stands in the way, told once each. A session that has ended or was cancelled is in nobody's way.
 * A role that may not know who is in a room is told of the room alone.
 */
export function conflictsOf(wanted: Wanted, others: readonly Session[], nowMs: number): Conflict[] {
  return others
    .filter(({ id, status }) => id !== wanted.id && (status === 'planned' || status === 'in-progress'))
    .flatMap((session) => {
      const span = spanOf(session, nowMs);
      if (!overlap(wanted, span)) return [];
      const found: Conflict[] = [];
      const add = (kind: Conflict['kind'], personName: string | null = null) =>
        found.push({ kind, session, span, personName });
      if (wanted.roomId !== null && session.room?.id === wanted.roomId) add('room');
      if (wanted.patientId !== null && session.patient?.id === wanted.patientId) add('client');
      for (const person of session.people)
        if (wanted.personIds.includes(person.personId)) add('person', person.name);
      return found;
    });
}

/**
 * Pairs of sessions that are in each other's way, each pair once. Two that both run are no news for a plan: nothing
 * about them can be planned any more.
 */
export function conflictPairs(
  sessions: readonly Session[],
  nowMs: number,
): { readonly session: Session; readonly conflict: Conflict }[] {
  return sessions
    .filter(({ status }) => status === 'planned')
    .flatMap((session) =>
      conflictsOf(wantedBy(session, nowMs), sessions, nowMs)
        .filter(({ session: other }) => other.status !== 'planned' || session.id < other.id)
        .map((conflict) => ({ session, conflict })),
    );
}
