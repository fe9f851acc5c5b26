import { roleSchema, storedContextSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** One entry as served. `data` is null and `withheld` true where the reader's role may not see it. */
export const servedEntrySchema = z.object({
  id: uuidSchema,
  sessionId: uuidSchema,
  seq: z.int().min(1),
  kind: z.string().meta({ description: 'One of docs/entry-kinds.md' }),
  version: z.int().min(1),
  happenedAt: z.string().meta({ format: 'date-time' }),
  recordedAt: z.string().meta({ format: 'date-time' }),
  author: z.object({ id: uuidSchema, name: z.string(), role: roleSchema }),
  data: z.record(z.string(), z.unknown()).nullable(),
  withheld: z.literal(true).optional(),
  context: storedContextSchema.nullable(),
  hash: z.string(),
});
export type ServedEntry = z.infer<typeof servedEntrySchema>;

export const entriesReplySchema = z.object({ entries: z.array(servedEntrySchema) });
export const entriesPageSchema = z.object({ entries: z.array(servedEntrySchema), lastSeq: z.int().min(0) });
