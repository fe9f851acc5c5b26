import type { Author } from '@tandem/domain';
import { type ClinicYear, type ClinicYearInput, clinicYear } from '@tandem/scenarios';
import { cedar, type DemoClinic, harbor } from './people.ts';
import type { Roster } from './roster.ts';

const SEED = 20_261_124;
const SESSIONS: Readonly<Record<string, number>> = { [harbor.id]: 306, [cedar.id]: 12 };

/** The synthetic past of a demo clinic: the same for the same people, rooms and moment. */
export function yearOf(clinic: DemoClinic, roster: Roster, untilMs: number): ClinicYear {
  return clinicYear(yearInputOf(clinic, roster, untilMs));
}

export function yearInputOf(clinic: DemoClinic, roster: Roster, untilMs: number): ClinicYearInput {
  const having = (role: Author['role']) =>
    [...roster.people.values()].filter((person) => person.role === role);
  return {
    seed: SEED + Number(clinic.id.slice(-2)),
    untilMs,
    timeZone: clinic.timeZone,
    sessions: SESSIONS[clinic.id] ?? 12,
    rooms: roster.rooms,
    physicians: having('physician'),
    therapists: having('therapist'),
    nurses: having('nurse'),
    protocols: roster.protocols,
  };
}
