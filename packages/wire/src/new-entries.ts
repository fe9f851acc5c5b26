import {
  type AnyNewEntry,
  entryContextSchema,
  instantSchema,
  recordableKinds,
  roleSchema,
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
