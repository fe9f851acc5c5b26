import type { BoardSession, Session } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { roundRows } from './round-rows.ts';

const session = (id: string, room: string | null, familyName: string | null = id): Session =>
  ({
    id,
    room: room === null ? null : { id: room, name: room },
    patient: familyName === null ? null : { familyName, givenName: 'Maya' },
  }) as Session;
const lines = (due: Readonly<Record<string, string | null>>) =>
  new Map(
    Object.entries(due).map(([id, at]) => [
      id,
      {
        sessionId: id,
        nextDueAt: at === null ? null : `2026-11-24T${at}:00.000Z`,
      } as unknown as BoardSession,
    ]),
  );
const order = (rows: ReturnType<typeof roundRows>) => rows.map(({ session: { id } }) => id);

describe('the round', () => {
  it('[RND-1] begins with what is longest due and ends with what has no time', () => {
    const sessions = [session('a', 'Room 1'), session('b', 'Room 2'), session('c', 'Room 3')];
    expect(order(roundRows(sessions, lines({ a: null, b: '10:05', c: '10:04' })))).toEqual(['c', 'b', 'a']);
    expect(order(roundRows(sessions, lines({ a: '09:59', b: '10:05' })))).toEqual(['a', 'b', 'c']);
  });

  it('[RND-1] goes by room where times are the same or unknown, as a person counts rooms', () => {
    const sessions = [session('a', 'Room 10'), session('b', 'Room 2'), session('c', null)];
    expect(order(roundRows(sessions, lines({ a: '10:00', b: '10:00', c: '10:00' })))).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(order(roundRows(sessions, null))).toEqual(['b', 'a', 'c']);
    expect(roundRows(sessions, null).every(({ line }) => line === null)).toBe(true);
  });

  it('[RND-2] says when two clients share a family name, however it is written; one without a name is no other', () => {
    const sessions = [
      session('a', '1', 'Rivera'),
      session('b', '2', 'RIVERA'),
      session('c', '3', 'Riv'),
      session('d', '4', null),
      session('e', '5', null),
    ];
    expect(roundRows(sessions, null).map(({ sharesName }) => sharesName)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
