import {
  amountMgSchema,
  dispositionSchema,
  drugKeys,
  instantSchema,
  leavingSchema,
  routeKeys,
  typedText,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';
import { pinSchema } from './sign-in.ts';

/** The steps of a session, and a second person's proof for a dose. */

export const startBodySchema = z.strictObject({
  id: uuidSchema,
  startedAt: instantSchema.optional(),
  reason: typedText(500).optional(),
});

export const cancelBodySchema = z.strictObject({ id: uuidSchema, reason: typedText(500) });

export const endBodySchema = z.strictObject({
  id: uuidSchema,
  endedAt: instantSchema.optional(),
  disposition: dispositionSchema,
  /** After a dose, when somebody leaves who is not ready by the record. */
  leaving: leavingSchema.optional(),
});

export const signBodySchema = z.strictObject({ id: uuidSchema, meaning: typedText(500) });

export const closeBodySchema = z.strictObject({ id: uuidSchema, reason: typedText(500) });

export const addendumBodySchema = z.strictObject({ id: uuidSchema, text: typedText(4000) });

/** A second person's proof: single use, two minutes, bound to these values. Without a route it is for waste. */
export const newApprovalSchema = z.strictObject({
  id: uuidSchema,
  personId: uuidSchema,
  pin: pinSchema,
  drug: z.enum(drugKeys),
  amountMg: amountMgSchema,
  route: z.enum(routeKeys).optional(),
});
export type NewApproval = z.infer<typeof newApprovalSchema>;

export const approvalSchema = z.object({
  id: uuidSchema,
  personId: uuidSchema,
  drug: z.string(),
  amountMg: z.number(),
  route: z.string().nullable(),
  expiresAt: z.string(),
});
