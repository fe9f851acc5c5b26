import { z } from 'zod';

/** In the order in which a person with several roles starts acting: the most clinical first. */
export const roles = ['physician', 'nurse', 'therapist', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

export const roleLabels: Record<Role, string> = {
  physician: 'Physician',
  nurse: 'Nurse',
  therapist: 'Therapist',
  lead: 'Clinic lead',
  admin: 'Admin',
};

/** The person who made an entry and the one role they acted under. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}
