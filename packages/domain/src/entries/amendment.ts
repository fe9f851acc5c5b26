import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { defineEntryKind, entryIdSchema, fromPlanning, reasonSchema } from './entry-kind.ts';

/** A correction beside the original, which stays readable: "was 164/90, mistyped". */
export const amendmentSchema = z.strictObject({
  /** Always the original, also when it was amended before. */
  entryId: entryIdSchema,
  /** The whole corrected data, checked against the original's kind. */
  data: z.record(z.string(), z.unknown()),
  correctedHappenedAt: instantSchema.optional(),
  reason: reasonSchema,
  /** Last seq at which the author saw this entry change; a later change refuses the amendment. */
  basedOnSeq: z.int().min(1).optional(),
});
export type Amendment = z.output<typeof amendmentSchema>;

export const amendmentKind = defineEntryKind({
  kind: 'amendment',
  version: 1,
  label: 'Amendment',
  // Reading and writing follow the original's group; `decide` and the reader look it up.
  group: 'lifecycle',
  recordableIn: fromPlanning,
  data: amendmentSchema,
  summarize: (data) => `Amended: ${data.reason}`,
});
