import type { BoardSession, Session } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { byRoom, dueOf, isOnToday, noticesElsewhere, sameSessions, worstOf } from './board-state.ts';

const session = (id: string, room: string | null = null) =>
  ({ id, room: room === null ? null : { id: room, name: room } }) as Session;
const notice = (priority: 'low' | 'medium' | 'high') => ({
  noticeId: priority,
  priority,
  sentence: priority,
  escalation: 0 as 0 | 1 | 2,
});
const board = (...rows: readonly [id: string, worst?: 'low' | 'medium' | 'high'][]) =>
  new Map(
    rows.map(([sessionId, worst]) => [
      sessionId,
      { sessionId, worstNotice: worst === undefined ? null : notice(worst) } as BoardSession,
    ]),
  );

describe('Today', () => {
  it('[TDY-3] cards stand by room, whatever happens in them; those without a room are last', () => {
    const order = (...rooms: (string | null)[]) =>
      rooms
        .map((room, at) => session(`${at}`, room))
        .toSorted(byRoom)
        .map(({ room }) => room?.name ?? null);
    expect(order('Room 10', null, 'Room 2', 'Room 1')).toEqual(['Room 1', 'Room 2', 'Room 10', null]);
    const twins = [session('b', 'Room 1'), session('a', 'Room 1')];
    expect(twins.toSorted(byRoom).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('[TDY-6] what is planned within six hours stands on Today, on both sides of midnight', () => {
    const at = (clock: string) => Date.parse(`2026-11-${clock}:00-05:00`);
    const stands = (planned: string, now: string) => isOnToday(at(planned), at(now), 'America/New_York');
    // The whole day, as ever …
    expect(stands('27T00:00', '27T23:59')).toBe(true);
    expect(stands('27T23:59', '27T00:00')).toBe(true);
    // … the next quarter of an hour of somebody who plans at 23:50, and what should have begun before midnight.
    expect(stands('28T00:00', '27T23:50')).toBe(true);
    expect(stands('27T23:45', '28T00:05')).toBe(true);
    expect(stands('28T06:00', '27T23:50')).toBe(false);
    expect(stands('27T18:00', '28T00:05')).toBe(false);
  });

  it('[TDY-2] a session that the list lacks, or has for too long, is noticed', () => {
    expect(sameSessions([session('a')], board(['a']))).toBe(true);
    expect(sameSessions([session('a')], board(['a'], ['b']))).toBe(false);
    expect(sameSessions([session('a'), session('b')], board(['a']))).toBe(false);
    expect(sameSessions([session('a')], board(['b']))).toBe(false);
    // Before the first answer of either there is nothing to compare.
    expect(sameSessions(undefined, board(['a']))).toBe(true);
    expect(sameSessions([session('a')], null)).toBe(true);
  });

  it('[TDY-4] the worst notice is repeated above the cards', () => {
    const all = [session('a'), session('b'), session('c'), session('d')];
    expect(worstOf(all, board(['a'], ['b']))).toBeNull();
    expect(worstOf(all, null)).toBeNull();
    const worst = worstOf(all, board(['a', 'low'], ['b', 'high'], ['c', 'medium'], ['d', 'high']));
    expect(worst).toMatchObject({ session: { id: 'b' }, notice: { priority: 'high' } });
  });

  it('[NTC-8] other rooms: one’s own Medium and High, and any High that nobody has seen for a minute', () => {
    const mine = { ...session('a'), people: [{ personId: 'me' }] } as unknown as Session;
    const theirs = { ...session('b'), people: [{ personId: 'other' }] } as unknown as Session;
    const at = (
      role: 'physician' | 'nurse' | 'therapist',
      escalation: 0 | 1 | 2,
      here: string | null = null,
    ) =>
      noticesElsewhere(
        [mine, theirs],
        new Map([
          ['a', { worstNotice: notice('medium') } as BoardSession],
          ['b', { worstNotice: { ...notice('high'), escalation } } as BoardSession],
        ]),
        { personId: 'me', role, here },
      ).map(({ session: { id } }) => id);
    expect(at('physician', 0)).toEqual(['a']);
    expect(at('physician', 1)).toEqual(['b', 'a']);
    expect(at('nurse', 2)).toEqual(['b', 'a']);
    expect(at('therapist', 2)).toEqual(['a']);
    expect(at('nurse', 1, 'a')).toEqual(['b']);
    const low = new Map([['a', { worstNotice: notice('low') } as BoardSession]]);
    expect(noticesElsewhere([mine], low, { personId: 'me', role: 'physician', here: null })).toEqual([]);
    expect(noticesElsewhere([mine], null, { personId: 'me', role: 'physician', here: null })).toEqual([]);
  });

  it('[TDY-5] a set is due in whole minutes, now for the minute around it, then late', () => {
    const at = '2026-11-24T10:47:00.000Z';
    const inSeconds = (seconds: number) => dueOf(at, Date.parse(at) - seconds * 1_000);
    expect(inSeconds(300)).toEqual({ type: 'in', minutes: 5 });
    expect(inSeconds(299)).toEqual({ type: 'in', minutes: 4 });
    expect(inSeconds(60)).toEqual({ type: 'in', minutes: 1 });
    expect(inSeconds(59)).toEqual({ type: 'now' });
    expect(inSeconds(-59)).toEqual({ type: 'now' });
    expect(inSeconds(-60)).toEqual({ type: 'late', minutes: 1 });
    expect(inSeconds(-185)).toEqual({ type: 'late', minutes: 3 });
  });
});
