import { z } from 'zod';
import { uuidSchema } from '../text.ts';
import { formatMg, microgramsFromMg } from '../units.ts';
import { amountMgSchema } from './dose.ts';
import { defineEntryKind, duringSession, reasonSchema } from './entry-kind.ts';

/** What was drawn and thrown away, with a witness: drawn is given plus wasted. */
export const wasteSchema = z.strictObject({
  vialId: uuidSchema,
  amountMg: amountMgSchema,
  /** The witness's own confirmation by PIN. */
  approvalId: uuidSchema.optional(),
  reason: reasonSchema.optional(),
});

export const wasteKind = defineEntryKind({
  kind: 'waste',
  version: 1,
  label: 'Wasted',
  group: 'doses',
  recordableIn: duringSession,
  data: wasteSchema,
  summarize: (data) =>
    `Wasted ${formatMg(microgramsFromMg(data.amountMg))}${data.reason === undefined ? '' : `: ${data.reason}`}`,
});
