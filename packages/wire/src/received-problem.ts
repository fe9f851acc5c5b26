import type { RefusalCode } from '@tandem/domain';
import { z } from 'zod';

/**
 * Problem details as a dashboard reads them: an old page must understand that a newer server said no, whatever the
 * code, and needs no sentences of its own.
 */
export const receivedProblemSchema = z.object({
  type: z.string(),
  title: z
    .string()
    .meta({ description: 'A sentence for the person: what happened, what is safe, what to do.' }),
  status: z.int(),
  code: z.string() as unknown as z.ZodType<RefusalCode>,
  retryable: z.boolean(),
  field: z.string().optional(),
  index: z.int().optional(),
  entryId: z.string().optional(),
  missing: z.array(z.string()).optional(),
});
