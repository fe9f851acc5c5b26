import { amountMgSchema, daySchema, drugKeys, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { pinSchema } from './http.ts';

// In a file of its own: only the register loads it.

/** A vial as it is opened, now and by the caller. */
export const newVialSchema = z.strictObject({
  id: uuidSchema,
  drug: z.enum(drugKeys),
  concentrationMgPerMl: z.number().positive('must be more than 0').max(1000, 'must be at most 1,000 mg/mL'),
  amountMg: amountMgSchema,
  lot: typedText(80),
  expiresOn: daySchema,
});
export type NewVial = z.infer<typeof newVialSchema>;

/** What two people counted in a vial, the second one by PIN. An empty vial is 0. */
export const newVialCountSchema = z.strictObject({
  id: uuidSchema,
  countedMg: z.union([z.literal(0), amountMgSchema]),
  witnessId: uuidSchema,
  pin: pinSchema,
  note: typedText(500).optional(),
});
export type NewVialCount = z.infer<typeof newVialCountSchema>;

export const vialCountSchema = z.object({
  id: uuidSchema,
  countedMg: z.number(),
  /** As the log had it at the moment of the count. */
  expectedMg: z.number(),
  /** Counted less expected: under 0 where something is missing. */
  discrepancyMg: z.number(),
  countedBy: z.string(),
  witnessedBy: z.string(),
  at: z.string(),
  note: z.string().nullable(),
});
export type VialCount = z.infer<typeof vialCountSchema>;

export const vialQuerySchema = z.strictObject({ day: daySchema.optional() });
export const vialSchema = z.object({
  id: uuidSchema,
  drug: z.enum(drugKeys),
  concentrationMgPerMl: z.number(),
  lot: z.string(),
  expiresOn: z.string(),
  /** Past its date on the day asked about. */
  expired: z.boolean(),
  openedAt: z.string(),
  openedBy: z.string(),
  openedMg: z.number(),
  /** Until the end of the day asked about, as the log stands after corrections; so are the other two. */
  givenMg: z.number(),
  wastedMg: z.number(),
  /** Under 0 where more was recorded than the vial held. */
  remainingMg: z.number(),
  lastCount: vialCountSchema.nullable(),
  /** Oldest first; an infusion as one use, at its start. */
  uses: z.array(
    z.object({
      sessionId: uuidSchema,
      entryId: uuidSchema,
      kind: z.enum(['dose', 'infusion-start', 'waste']),
      at: z.string(),
      amountMg: z.number(),
    }),
  ),
});
export type Vial = z.infer<typeof vialSchema>;
export const vialsReplySchema = z.object({ items: z.array(vialSchema) });
