import { describe, expect, it } from 'vitest';
import { backOf, canStand, hasWayBack, type Move, patchOf, placeOf } from './move.ts';
import { room, session } from './session.test-support.ts';

const before = session('a', { room: room(1) });
const laterMs = Date.parse('2026-11-24T16:30:00Z');
const move: Move = { sessionId: 'a', from: placeOf(before), to: { fromMs: laterMs, room: room(2) } };
const after = session('a', { room: room(2), plannedAt: '2026-11-24T16:30:00.000Z' });

describe('a move', () => {
  it('[DAY-7] sends what it changes and nothing else', () => {
    expect(patchOf(move)).toEqual({ plannedAt: '2026-11-24T16:30:00.000Z', roomId: 'room-2' });
    expect(patchOf({ ...move, to: { ...move.from, fromMs: laterMs } })).toEqual({
      plannedAt: '2026-11-24T16:30:00.000Z',
    });
    expect(patchOf({ ...move, to: { ...move.from, room: room(3) } })).toEqual({ roomId: 'room-3' });
  });

  it('[DAY-8] is undone while the session stands where it was put', () => {
    expect(backOf(move, after)).toEqual({ sessionId: 'a', from: move.to, to: move.from });
  });

  it('[DAY-8] is not undone over what others did since', () => {
    expect(backOf(move, { ...after, room: room(3) })).toBeNull();
    expect(backOf(move, { ...after, plannedAt: '2026-11-24T17:00:00.000Z' })).toBeNull();
    expect(backOf(move, { ...after, status: 'in-progress' })).toBeNull();
    expect(backOf(move, undefined)).toBeNull();
  });

  it('[DAY-9] takes no room away, and says where there is no way back', () => {
    expect(canStand({ fromMs: laterMs, room: null }, before)).toBe(false);
    expect(canStand({ fromMs: laterMs, room: null }, session('b'))).toBe(true);
    expect(hasWayBack(move)).toBe(true);
    expect(hasWayBack({ ...move, from: { ...move.from, room: null } })).toBe(false);
  });
});
