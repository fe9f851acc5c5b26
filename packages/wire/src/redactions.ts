import { typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** An author asks that the text of an entry be removed; a lead decides. */
export const newRedactionSchema = z.strictObject({
  id: uuidSchema,
  entryId: uuidSchema,
  reason: typedText(500),
});
export type NewRedaction = z.infer<typeof newRedactionSchema>;

export const redactionRequestSchema = z.object({
  id: uuidSchema,
  sessionId: uuidSchema,
  entryId: uuidSchema,
  state: z.enum(['asked', 'done', 'refused']),
  clientName: z.string(),
  sessionAt: z.string(),
  /** What sort of entry, by whom and of when: never its words, which whoever decides may not be allowed to read. */
  kind: z.string(),
  author: z.string(),
  happenedAt: z.string(),
  reason: z.string(),
  askedById: uuidSchema,
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Everybody who opened the session since the entry was recorded. */
  readBy: z.array(z.string()),
});
export type RedactionRequest = z.infer<typeof redactionRequestSchema>;
export const redactionsReplySchema = z.object({ items: z.array(redactionRequestSchema) });
export const redactionDecisionSchema = z.strictObject({ agree: z.boolean() });
