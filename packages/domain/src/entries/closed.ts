import { z } from 'zod';
import { roleSchema } from '../roles.ts';
import { typedText } from '../text.ts';
import { byItsOwnCall, defineEntryKind, reasonSchema } from './entry-kind.ts';

/**
 * A lead closes what nobody is there to sign any more. It is no signature: whose is missing stays on the record, with
 * everything that was open when it was closed.
 */
export const closedKind = defineEntryKind({
  kind: 'closed',
  version: 1,
  label: 'Closed without a signature',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({
    reason: reasonSchema,
    /** Parts that nobody signed, with who was on the team for them. */
    missing: z
      .array(z.strictObject({ role: roleSchema, names: z.array(typedText(120)).max(20) }))
      .min(1)
      .max(5),
    /** What would have kept it from being signed, one sentence each. */
    open: z.array(typedText(1000)).max(200),
    /** Chain head that it closes: seq and hash of the entry before it. */
    coversSeq: z.int().min(1),
    coversHash: z.string(),
    /** As with a signature: every `Notice` as it stood, and by which rules. */
    rulesVersion: z.int().min(1),
    notices: z.array(z.unknown()),
  }),
  summarize: ({ reason, missing }) =>
    `Closed without the signature of the ${missing.map(({ role }) => role).join(' and the ')}: ${reason}`,
});
