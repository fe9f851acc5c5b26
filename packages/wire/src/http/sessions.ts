import { dispositionSchema, originSchema, roleSchema, sessionStatusSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { roomSchema } from './clinic.ts';
import { patientSchema } from './patients.ts';

/** Sessions as they are shown. */

const teamMemberSchema = z.object({ personId: uuidSchema, name: z.string(), role: roleSchema });

export const sessionSchema = z.object({
  id: uuidSchema,
  status: sessionStatusSchema,
  origin: originSchema,
  /** Null where this role may not know who it is while the session runs. */
  patient: patientSchema
    .pick({
      id: true,
      familyName: true,
      givenName: true,
      birthDate: true,
      sex: true,
      mrn: true,
      allergies: true,
    })
    .nullable(),
  /** Null, like the client, where this role may not know. */
  protocol: z
    .object({ id: uuidSchema, name: z.string(), version: z.int(), confirmed: z.boolean() })
    .nullable(),
  plannedAt: z.string(),
  durationMinutes: z.int().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  weightKg: z.number().nullable(),
  room: roomSchema.nullable(),
  people: z.array(teamMemberSchema),
  plannedDoses: z.array(z.object({ drug: z.string(), route: z.string(), amountMg: z.number() })),
  seriesId: uuidSchema.nullable(),
  /** "Session 3 of 6": its place among the sessions of this series that are not cancelled; null without a series. */
  series: z.object({ number: z.int(), of: z.int() }).nullable(),
  setting: z.string(),
  disposition: dispositionSchema.nullable(),
  lastSeq: z.int(),
  /** There while who asks has it open with a reason and without being on its team. */
  breakGlass: z.object({ endsAt: z.string(), reason: z.string() }).optional(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionListSchema = z.object({
  items: z.array(sessionSchema),
  nextCursor: z.string().nullable(),
});
