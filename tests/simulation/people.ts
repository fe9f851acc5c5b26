import type { Author, Role } from '@tandem/domain';
import type { ScenarioPeople } from '@tandem/scenarios';

/** Somebody of the clinic, in the one role they act under. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly author: Author;
}

const idOf = (at: number) => `abababab-0000-4000-8000-${String(at).padStart(12, '0')}`;

function person(at: number, name: string, role: Role): Person {
  const id = idOf(at);
  return { id, role, author: { id, name, role } };
}

export const physician = person(1, 'Dr Ada Fell', 'physician');
export const therapist = person(2, 'Jonas Reed', 'therapist');
export const nurse = person(3, 'Mira Sand', 'nurse');
export const lead = person(4, 'Lea Quist', 'lead');
export const admin = person(5, 'Ivo Brandt', 'admin');

export const CLINIC = idOf(900);
export const SESSION = idOf(901);

export const cast: ScenarioPeople = {
  physician: physician.author,
  therapist: therapist.author,
  nurse: nurse.author,
};

export function personOf({ id }: Author): Person {
  const found = [physician, therapist, nurse].find((one) => one.id === id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
}
