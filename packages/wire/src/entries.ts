import {
  type AnyNewEntry,
  entryContextSchema,
  instantSchema,
  recordableKinds,
  roleSchema,
  storedContextSchema,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';

const newEntrySchemas = recordableKinds.map((definition) =>
  z.strictObject({
    id: uuidSchema,
    kind: z.literal(definition.kind),
    happenedAt: instantSchema,
    data: definition.data,
    context: entryContextSchema.optional(),
  }),
);

/** One entry as a device sends it; `kind` decides what `data` must look like. */
export const newEntrySchema = z.discriminatedUnion(
  'kind',
  newEntrySchemas as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>, ...never[]],
) as unknown as z.ZodType<AnyNewEntry>;

export const appendBodySchema = z.strictObject({ entries: z.array(newEntrySchema).min(1).max(100) });

/** Entries that somebody who works here no more left on a device, sent by a lead, who becomes their author. */
export const adoptBodySchema = z.strictObject({
  /** Who recorded them, and in which role. */
  personId: uuidSchema,
  role: roleSchema,
  entries: z.array(newEntrySchema).min(1).max(100),
});

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
