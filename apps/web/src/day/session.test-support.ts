import type { Session } from '@tandem/wire';

export const room = (number: number) => ({ id: `room-${number}`, name: `Room ${number}` });
export const person = (personId: string, name = personId) => ({ personId, name, role: 'physician' }) as const;

/** A planned session of two hours at 14:00 UTC in no room, with whatever is different. */
export function session(id: string, different: Partial<Session> = {}): Session {
  return {
    id,
    status: 'planned',
    origin: 'live',
    patient: null,
    protocol: null,
    plannedAt: '2026-11-24T14:00:00.000Z',
    durationMinutes: 120,
    startedAt: null,
    endedAt: null,
    weightKg: null,
    room: null,
    people: [],
    plannedDoses: [],
    seriesId: null,
    series: null,
    setting: 'in-clinic',
    disposition: null,
    lastSeq: 1,
    ...different,
  };
}

export const client = (id: string): NonNullable<Session['patient']> => ({
  id,
  familyName: id,
  givenName: 'Maya',
  birthDate: '1987-03-14',
  sex: 'female',
  mrn: null,
  allergies: { status: 'not-asked', items: [] },
});
