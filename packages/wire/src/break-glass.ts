import { roleSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Opening a session without being on its team, where a clinic shows sessions to their team alone. */

export const newBreakGlassSchema = z.strictObject({ id: uuidSchema, reason: typedText(500) });
export type NewBreakGlass = z.infer<typeof newBreakGlassSchema>;

/** What somebody has open. */
export const openedSchema = z.object({
  id: uuidSchema,
  sessionId: uuidSchema,
  reason: z.string(),
  openedAt: z.string(),
  endsAt: z.string(),
});
export type Opened = z.infer<typeof openedSchema>;

/** As a lead sees it. */
export const openingSchema = openedSchema.extend({
  by: z.string(),
  byId: uuidSchema,
  role: roleSchema,
  /** Null while the session runs: a lead does not see then who it is. */
  clientName: z.string().nullable(),
  roomName: z.string().nullable(),
  sessionAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  /** What the lead wrote to it. */
  word: z.string().nullable(),
});
export type Opening = z.infer<typeof openingSchema>;
export const openingsReplySchema = z.object({
  items: z.array(openingSchema),
  /** Of all, and not only of those that are listed. */
  unreviewed: z.int(),
});
export type OpeningsReply = z.infer<typeof openingsReplySchema>;

export const reviewSchema = z.strictObject({ word: typedText(500).optional() });
