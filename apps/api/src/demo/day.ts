import { createHash } from 'node:crypto';
import type { Author } from '@tandem/domain';
import type { ClinicYear, ClinicYearInput } from '@tandem/scenarios';
import type { Services } from '../services.ts';
import type { DemoClinic } from './people.ts';
import type { Roster } from './roster.ts';

/** One start of the demo: the clinic, and the moment that everything of its day is laid around. */
export interface DemoDay {
  readonly services: Services;
  readonly clinic: DemoClinic;
  readonly roster: Roster;
  readonly input: ClinicYearInput;
  readonly year: ClinicYear;
  readonly nowMs: number;
}

/** @throws when the clinic's list has nobody of this email */
export function personOf({ roster }: DemoDay, email: string): Author {
  const person = roster.people.get(email);
  if (person === undefined) throw new Error(`the demo has no ${email}`);
  return person;
}

/** An id that belongs to these words. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join(':')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
