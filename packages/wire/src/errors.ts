import { type Refusal, type RefusalCode, refusalTable } from '@tandem/domain';
import { z } from 'zod';
import { receivedProblemSchema } from './received-problem.ts';

/** RFC 9457 problem details, as every refused call answers. */
export const problemSchema = receivedProblemSchema.extend({
  code: z.enum(Object.keys(refusalTable) as [RefusalCode, ...RefusalCode[]]),
});
export type Problem = z.infer<typeof problemSchema>;

/** A refusal as it travels. */
export function problemOf(refusal: Refusal): Problem {
  const row = refusalTable[refusal.refused];
  const { field, index, entryId, missing } = refusal;
  return {
    type: `urn:tandem:${refusal.refused}`,
    title: refusal.detail ?? row.sentence,
    status: row.status,
    code: refusal.refused,
    retryable: row.retryable,
    ...(field === undefined ? {} : { field }),
    ...(index === undefined ? {} : { index }),
    ...(entryId === undefined ? {} : { entryId }),
    ...(missing === undefined ? {} : { missing: [...missing] }),
  };
}
