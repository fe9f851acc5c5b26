import { people, protocolPlans } from '../play.test-support.ts';
import type { ClinicYearInput } from './types.ts';

const second = (person: (typeof people)['nurse'], at: number) => ({
  ...person,
  id: person.id.replace(/0(\d)$/, `${at}$1`),
});
/** A clinic of three rooms in New York. */
export const input: ClinicYearInput = {
  seed: 20,
  untilMs: Date.parse('2026-11-24T16:30:00Z'),
  timeZone: 'America/New_York',
  rooms: ['room-a', 'room-b', 'room-c'].map((_, at) => `00000000-0000-4000-8000-00000000090${at}`),
  physicians: [people.physician, second(people.physician, 2)],
  therapists: [people.therapist, second(people.therapist, 2)],
  nurses: [people.nurse],
  protocols: Object.entries(protocolPlans).map(([route, data], at) => ({
    id: `00000000-0000-4000-8000-00000000080${at}`,
    name: route,
    data,
  })),
};
