import { describe, expect, it } from 'vitest';
import type { SeenPerson } from '../../data/presence-store.ts';
import { peopleHere } from './people-here.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 0);
const person = (id: string, name: string, more: Partial<SeenPerson> = {}): SeenPerson => ({
  id,
  name,
  role: 'therapist',
  writing: null,
  pending: 0,
  lastSeenAt: new Date(NOW).toISOString(),
  ...more,
});
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString();

describe('who is in the room', () => {
  it('[PSN-6] a person with two screens is one, with the latest of both', () => {
    const here = peopleHere(
      [
        person('a', 'Dr Amara Okafor', { role: 'physician', lastSeenAt: ago(90), pending: 2 }),
        person('b', 'Jonas Lindqvist'),
        person('a', 'Dr Amara Okafor', { role: 'lead', writing: 'dose', pending: 1, lastSeenAt: ago(5) }),
        person('a', 'Dr Amara Okafor', { role: 'physician', lastSeenAt: ago(200) }),
      ],
      NOW,
    );
    expect(here.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(here[0]).toMatchObject({
      roles: ['physician', 'lead'],
      writing: 'dose',
      pending: 3,
      lastSeenMs: NOW - 5_000,
      active: true,
    });
  });

  it('[PSN-7] is active for 60 s after the last use, by the clock of the server', () => {
    const active = (seconds: number) =>
      peopleHere([person('a', 'Jonas', { lastSeenAt: ago(seconds) })], NOW)[0]?.active;
    expect([active(-1), active(59), active(60)]).toEqual([true, true, false]);
  });

  it('[PSN-10] is gone when no device of theirs is heard of, and then never active', () => {
    const gone = peopleHere([person('a', 'Jonas', { gone: true })], NOW)[0];
    expect(gone).toMatchObject({ gone: true, active: false });
    const back = peopleHere([person('a', 'Jonas'), person('a', 'Jonas', { gone: true })], NOW)[0];
    expect(back).toMatchObject({ gone: false, active: true });
  });

  it('[PSN-8] is called by the first name, and by the whole name where that would mean two', () => {
    const names = (...given: string[]) =>
      peopleHere(
        given.map((name) => person(name, name)),
        NOW,
      ).map(({ callName }) => callName);
    expect(names('Dr Amara Okafor', 'Jonas Lindqvist')).toEqual(['Amara', 'Jonas']);
    expect(names('Jonas Lindqvist', 'Dr. Jonas Berg', 'Ana')).toEqual([
      'Jonas Lindqvist',
      'Dr. Jonas Berg',
      'Ana',
    ]);
    expect(names('Dr')).toEqual(['Dr']);
  });
});
