import {
  daySchema,
  dispositionSchema,
  originSchema,
  planSchema,
  roleSchema,
  sessionStatusSchema,
  typedText,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';
import { roomSchema } from './clinic.ts';
import { patientSchema } from './patients.ts';

/** Sessions as they are planned, found and shown. */

/** `demo` is the seed's alone. */
export const newSessionSchema = z.strictObject({
  id: uuidSchema,
  ...planSchema.shape,
  origin: z.enum(['live', 'training']).optional(),
});

export const sessionPatchSchema = z
  .strictObject({
    id: uuidSchema.optional(),
    ...planSchema.omit({ patientId: true, origin: true }).partial().shape,
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== 'id'), 'must change something');
export type SessionPatch = z.infer<typeof sessionPatchSchema>;

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

/** Ids to narrow a list of sessions by; each is a filter, so one that nobody has finds nothing. */
const sessionIdFilters = {
  patientId: uuidSchema.optional(),
  protocolId: uuidSchema.optional(),
  roomId: uuidSchema.optional(),
  /** Of the team. */
  personId: uuidSchema.optional(),
};

/** Query of `GET /api/sessions`; `limit` arrives as text in a URL and is the one value read from text. */
export const sessionQuerySchema = z.strictObject({
  status: z.string().optional().meta({ description: 'One or more statuses, separated by commas.' }),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: typedText(100).optional(),
  ...sessionIdFilters,
  cursor: z.string().max(2000).optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/, 'must be from 1 to 200')
    .optional(),
});

/** Body of `POST /api/sessions/search`: the same filter, so that no name stands in a URL. */
export const sessionSearchSchema = z.strictObject({
  status: z.array(sessionStatusSchema).min(1).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: typedText(100).optional(),
  ...sessionIdFilters,
  cursor: z.string().max(2000).optional(),
  limit: z.int('must be a whole number from 1 to 200').min(1).max(200).optional(),
});
export type SessionSearch = z.infer<typeof sessionSearchSchema>;
