import {
  daySchema,
  originSchema,
  planSchema,
  sessionStatusSchema,
  typedText,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';

/** Sessions as they are planned and looked for. Apart from `sessions.ts`: most pages show them and do neither. */

/** `demo` is the seed's alone, and a drill begins by its own call. */
export const newSessionSchema = z.strictObject({
  id: uuidSchema,
  ...planSchema.omit({ drill: true }).shape,
  origin: z.enum(['live', 'training']).optional(),
});

export const sessionPatchSchema = z
  .strictObject({
    id: uuidSchema.optional(),
    ...planSchema.omit({ patientId: true, origin: true, drill: true }).partial().shape,
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== 'id'), 'must change something');
export type SessionPatch = z.infer<typeof sessionPatchSchema>;

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
  origin: z.array(originSchema).min(1).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: typedText(100).optional(),
  ...sessionIdFilters,
  cursor: z.string().max(2000).optional(),
  limit: z.int('must be a whole number from 1 to 200').min(1).max(200).optional(),
});
export type SessionSearch = z.infer<typeof sessionSearchSchema>;
