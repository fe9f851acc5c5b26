import type { Role } from '@tandem/domain';
import type { BoardSession, Session } from '@tandem/wire';
import { dayOf } from '../data/zone.ts';

/** By room, always: a card that jumps is a card that is opened by mistake. */
export function byRoom(a: Session, b: Session): number {
  const byName = (a.room?.name ?? '\uffff').localeCompare(b.room?.name ?? '\uffff', undefined, {
    numeric: true,
  });
  return byName !== 0 ? byName : a.id.localeCompare(b.id);
}

/** How near a session must be to stand on Today although the day in the clinic is another: midnight is no edge. */
export const NEAR_MS = 6 * 3_600_000;

/** Does a planned session stand on Today: that day, or a few hours before or after it? */
export function isOnToday(plannedMs: number, nowMs: number, zone: string): boolean {
  return dayOf(plannedMs, zone) === dayOf(nowMs, zone) || Math.abs(plannedMs - nowMs) <= NEAR_MS;
}

/** Does the list name the very sessions that the board on the socket says are running? */
export function sameSessions(
  list: readonly Session[] | undefined,
  lines: ReadonlyMap<string, BoardSession> | null,
): boolean {
  if (list === undefined || lines === null) return true;
  return list.length === lines.size && list.every(({ id }) => lines.has(id));
}

const ranks = { high: 0, medium: 1, low: 2 } as const;
type Notice = NonNullable<BoardSession['worstNotice']>;

/** The notice to repeat above all cards, with its session; the first in the order given among equals. */
export function worstOf(
  sessions: readonly Session[],
  lines: ReadonlyMap<string, BoardSession> | null,
): { readonly session: Session; readonly notice: Notice } | null {
  const noticed = sessions.flatMap((session) => {
    const notice = lines?.get(session.id)?.worstNotice ?? null;
    return notice === null ? [] : [{ session, notice }];
  });
  return noticed.toSorted((a, b) => ranks[a.notice.priority] - ranks[b.notice.priority])[0] ?? null;
}

/**
 * What goes on in other rooms and concerns this person: Medium and High of sessions they belong to, and for a physician
 * or nurse every High of the clinic that nobody has seen for a minute (NTC-8). Worst first.
 */
export function noticesElsewhere(
  sessions: readonly Session[],
  lines: ReadonlyMap<string, BoardSession> | null,
  who: { readonly personId: string; readonly role: Role; readonly here: string | null },
): { readonly session: Session; readonly notice: Notice }[] {
  const isCalled = who.role === 'physician' || who.role === 'nurse';
  return sessions
    .flatMap((session) => {
      const notice = lines?.get(session.id)?.worstNotice ?? null;
      return notice === null || notice.priority === 'low' || session.id === who.here
        ? []
        : [{ session, notice }];
    })
    .filter(
      ({ session, notice }) =>
        session.people.some(({ personId }) => personId === who.personId) ||
        (isCalled && notice.escalation > 0),
    )
    .toSorted((a, b) => ranks[a.notice.priority] - ranks[b.notice.priority]);
}

export type Due =
  | { readonly type: 'in'; readonly minutes: number }
  | { readonly type: 'now' }
  | { readonly type: 'late'; readonly minutes: number };

/**
 * When the next vital signs are due, in whole minutes as a person counts them: never a minute too many while they
 * are still to come, never one too many once they are late.
 */
export function dueOf(nextDueAt: string, nowMs: number): Due {
  const leftMs = Date.parse(nextDueAt) - nowMs;
  if (leftMs >= 60_000) return { type: 'in', minutes: Math.floor(leftMs / 60_000) };
  if (leftMs > -60_000) return { type: 'now' };
  return { type: 'late', minutes: Math.floor(-leftMs / 60_000) };
}
