import { handoverRoles, instantSchema, roleSchema, sessionStatusSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** The record of a session and the state that it makes. */

export const entriesQuerySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/, 'must be from 1 to 1000')
    .optional(),
});

export const stateQuerySchema = z.strictObject({
  at: instantSchema.optional(),
  throughSeq: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .optional(),
});

const noticeSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  priority: z.enum(['high', 'medium', 'low']),
  emergency: z.boolean(),
  sentence: z.string(),
  entryId: uuidSchema.nullable(),
  raisedAt: z.string(),
  /** How the condition ended; null while it is open. */
  settled: z
    .object({ how: z.enum(['value', 'outcome']), at: z.string(), outcome: z.string().nullable() })
    .nullable(),
  seen: z.array(
    z.object({ by: z.string(), role: roleSchema, at: z.string(), reason: z.string().nullable() }),
  ),
  /** It stands on the bar. */
  shown: z.boolean(),
  escalation: z.int().min(0).max(2),
});

/** Always a band: the middle is there to draw it, never to be shown as a number (docs/estimate.md). */
export const estimateReplySchema = z.object({
  model: z.string(),
  points: z.array(z.object({ at: z.string(), ngPerMl: z.number(), low: z.number(), high: z.number() })),
});

export const stateReplySchema = z.object({
  lastSeq: z.int(),
  status: sessionStatusSchema,
  phase: z.string().nullable(),
  notices: z.array(noticeSchema),
  vitalsDue: z
    .object({ at: z.string(), window: z.object({ from: z.string(), to: z.string() }), late: z.boolean() })
    .nullable(),
  ketamine: z.object({
    totalMg: z.number(),
    mgPerKg: z.number().nullable(),
    minutesSinceLastDose: z.number().nullable(),
  }),
  discharge: z.object({ ready: z.boolean(), missing: z.array(z.string()) }),
  /** Handovers that their receiver has not accepted yet. */
  openHandovers: z.array(
    z.object({
      id: uuidSchema,
      at: z.string(),
      fromId: uuidSchema,
      toId: uuidSchema,
      role: z.enum(handoverRoles),
    }),
  ),
  estimate: estimateReplySchema.nullable(),
  /** The code of why there is none (`estimateAbsences`); null while there is one. */
  estimateAbsentReason: z.string().nullable(),
});
export type StateReply = z.infer<typeof stateReplySchema>;
