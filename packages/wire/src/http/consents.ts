import { checkKeySchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

export const consentSchema = z.object({
  id: uuidSchema,
  form: z.string(),
  version: z.string(),
  signedOn: z.string(),
  expiresOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  /** On the clinic's today: neither withdrawn nor expired. */
  current: z.boolean(),
});
export type Consent = z.infer<typeof consentSchema>;

export const consentsReplySchema = z.object({ items: z.array(consentSchema) });

/** What comes pre-filled, to confirm: the last answer to each lasting row, and the consents that hold today. */
export const lastingAnswersSchema = z.object({
  items: z.array(
    z.object({
      item: checkKeySchema,
      result: z.enum(['fulfilled', 'not-fulfilled', 'not-applicable']),
      note: z.string().nullable(),
      at: z.string(),
      by: z.string(),
      sessionId: uuidSchema,
    }),
  ),
  consents: z.array(consentSchema),
});
