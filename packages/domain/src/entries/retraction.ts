import { z } from 'zod';
import { defineEntryKind, entryIdSchema, fromPlanning, reasonSchema } from './entry-kind.ts';

/** Entered in error: the entry stays in the log and leaves the totals. */
export const retractionSchema = z.strictObject({
  entryId: entryIdSchema,
  reason: reasonSchema,
  /**
   * For a dose: the answer to "Was any of it given?". Only "no" retracts; a dose that was given, but entered
   * wrongly, is amended, so that it never leaves the total.
   */
  anyGiven: z
    .literal(false, 'must be false: if any was given, amend the dose instead of retracting it')
    .optional(),
});
export type Retraction = z.output<typeof retractionSchema>;

export const retractionKind = defineEntryKind({
  kind: 'retraction',
  version: 1,
  label: 'Entered in error',
  group: 'lifecycle',
  recordableIn: fromPlanning,
  data: retractionSchema,
  summarize: (data) => `Entered in error: ${data.reason}`,
});
