import { describe, expect, it } from 'vitest';
import { conflictPairs, conflictsOf, wantedBy } from './conflicts.ts';
import { client, person, room, session } from './session.test-support.ts';
import { spanOf } from './session-span.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');
const at = (clock: string) => `2026-11-24T${clock}:00.000Z`;
const told = (mine: ReturnType<typeof session>, others: ReturnType<typeof session>[], nowMs = noon) =>
  conflictsOf(wantedBy(mine, nowMs), others, nowMs).map(
    (conflict) => `${conflict.kind} ${conflict.session.id}`,
  );

describe('in the way', () => {
  const mine = session('mine', {
    room: room(2),
    patient: client('rivera'),
    people: [person('okafor'), person('lindqvist')],
  });

  it('[DAY-6] is the same room, the same client and each same person at a time that overlaps', () => {
    const other = session('other', {
      plannedAt: at('15:30'),
      room: room(2),
      patient: client('rivera'),
      people: [person('lindqvist', 'Jonas Lindqvist'), person('marsh')],
    });
    expect(told(mine, [mine, other])).toEqual(['room other', 'client other', 'person other']);
    expect(conflictsOf(wantedBy(mine, noon), [other], noon).at(-1)?.personName).toBe('Jonas Lindqvist');
  });

  it('[DAY-6] is nothing that begins when it ends, is elsewhere, has ended or was cancelled', () => {
    expect(
      told(mine, [
        session('next', { plannedAt: at('16:00'), room: room(2), people: [person('okafor')] }),
        session('elsewhere', { room: room(1), patient: client('sato'), people: [person('marsh')] }),
        session('cancelled', { room: room(2), status: 'cancelled' }),
        session('ended', { room: room(2), status: 'ended', startedAt: at('14:00'), endedAt: at('15:00') }),
        session('nowhere', { people: [] }),
      ]),
    ).toEqual([]);
    expect(told(session('roomless'), [session('roomless too')])).toEqual([]);
  });

  it('[DAY-6] is a session that runs longer than planned, until now', () => {
    const long = session('long', {
      status: 'in-progress',
      plannedAt: at('10:00'),
      startedAt: at('10:10'),
      room: room(2),
    });
    expect(told(mine, [long])).toEqual([]);
    expect(told(mine, [long], Date.parse(at('14:05')))).toEqual(['room long']);
  });

  it('[DAY-6] is told of each pair once, and not of two that both run', () => {
    const both = [mine, session('b', { room: room(2) })];
    expect(conflictPairs(both, noon).map(({ session: a, conflict }) => [a.id, conflict.session.id])).toEqual([
      ['b', 'mine'],
    ]);
    const running = both.map((each) => ({ ...each, status: 'in-progress' as const, startedAt: at('14:00') }));
    expect(conflictPairs(running, noon)).toEqual([]);
    expect(conflictPairs([mine, { ...running[1], id: 'z' } as typeof mine], noon)).toHaveLength(1);
  });
});

describe('the time a session takes', () => {
  it('[DAY-6] is as planned, then as it went; two hours where no length is planned', () => {
    const hours = (of: ReturnType<typeof session>) => {
      const { fromMs, toMs } = spanOf(of, noon);
      return [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(11, 16));
    };
    expect(hours(session('a', { durationMinutes: 45 }))).toEqual(['14:00', '14:45']);
    expect(hours(session('a', { durationMinutes: null }))).toEqual(['14:00', '16:00']);
    expect(hours(session('a', { status: 'signed', startedAt: at('14:20'), endedAt: at('15:05') }))).toEqual([
      '14:20',
      '15:05',
    ]);
  });
});
