import {
  dispositionSchema,
  drillKeys,
  drillPaces,
  roleSchema,
  sessionStatusSchema,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';
import { roomSchema } from './http/clinic.ts';

const drillKeySchema = z.enum(drillKeys);
const paceSchema = z.literal(drillPaces);

/** `id` becomes that of the training session. */
export const newDrillSchema = z.strictObject({
  id: uuidSchema,
  drill: drillKeySchema,
  pace: paceSchema,
  /** Whose limits count. */
  protocolId: uuidSchema,
  roomId: uuidSchema.optional(),
  people: z
    .array(z.strictObject({ personId: uuidSchema, role: z.enum(['physician', 'nurse', 'therapist']) }))
    .min(1, 'must name at least one person who takes part')
    .max(20),
});
export type NewDrill = z.infer<typeof newDrillSchema>;

/** One drill, as a list shows it. Nothing of it is about a client. */
export const drillSchema = z.object({
  id: uuidSchema,
  drill: drillKeySchema,
  pace: paceSchema,
  status: sessionStatusSchema,
  disposition: dispositionSchema.nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  room: roomSchema.nullable(),
  people: z.array(z.object({ personId: uuidSchema, name: z.string(), role: roleSchema })),
  /** As far as it has come. */
  points: z.int(),
});
export type DrillReply = z.infer<typeof drillSchema>;
export const drillsReplySchema = z.object({ items: z.array(drillSchema) });

/** What was expected, and the entry that met it. */
const stepScoreSchema = z.object({
  key: z.string(),
  points: z.int(),
  cueAt: z.string().nullable(),
  answer: z
    .object({
      entryId: uuidSchema,
      kind: z.string(),
      by: z.string(),
      role: roleSchema,
      at: z.string(),
      seconds: z.number(),
    })
    .nullable(),
});
export type StepScoreReply = z.infer<typeof stepScoreSchema>;

export const drillScoreSchema = z.object({
  drill: drillSchema,
  /** What the script did, in its order; null: not yet, or never. */
  cues: z.array(z.object({ key: z.string(), entryId: uuidSchema, at: z.string().nullable() })),
  steps: z.array(stepScoreSchema),
});
export type DrillScoreReply = z.infer<typeof drillScoreSchema>;
