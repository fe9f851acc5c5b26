import { protocolPlanSchema, typedText } from '@tandem/domain';
import { z } from 'zod';

/** Sessions that one call tries; the page asks on until it has them all. */
export const TRIED_AT_ONCE = 25;

/** A draft that is run over past sessions of the protocol of this name; nothing is stored. */
export const protocolTrialSchema = z.strictObject({
  name: typedText(120),
  data: protocolPlanSchema,
  /** How many were tried before, newest first. */
  from: z.int('must be a whole number from 0').min(0).max(1_000_000),
});

const counted = z.object({ high: z.int(), medium: z.int() });

export const protocolTrialReplySchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      own: counted,
      draft: counted,
      events: z.array(
        z.object({ term: z.string(), grade: z.int(), warnedOwn: z.boolean(), warnedDraft: z.boolean() }),
      ),
    }),
  ),
  /** Looked at up to here; null: these were the last. */
  next: z.int().nullable(),
  /** Of all that could be tried. */
  total: z.int(),
});
export type ProtocolTrialReply = z.infer<typeof protocolTrialReplySchema>;
