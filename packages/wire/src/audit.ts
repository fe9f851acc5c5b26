import { auditGroupKeys, daySchema, roleSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** What somebody did or was refused, apart from entries. `denied`: the role may not. */
export const auditOutcomes = ['done', 'denied', 'other'] as const;

const filter = {
  from: daySchema.optional(),
  to: daySchema.optional(),
  personId: uuidSchema.optional(),
  /** A session, a client, a person or whatever else it was about. */
  targetId: uuidSchema.optional(),
  groups: z.array(z.enum(auditGroupKeys)).min(1).optional(),
  outcome: z.enum(auditOutcomes).optional(),
};
export const auditFilterSchema = z.strictObject(filter);
export type AuditFilter = z.infer<typeof auditFilterSchema>;
export const auditSearchSchema = z.strictObject({
  ...filter,
  cursor: z.string().max(2000).optional(),
  limit: z.int('must be a whole number from 1 to 200').min(1).max(200).optional(),
});
export type AuditSearch = z.infer<typeof auditSearchSchema>;

export const auditItemSchema = z.object({
  id: z.string(),
  at: z.string(),
  actorId: uuidSchema.nullable(),
  actorName: z.string().nullable(),
  actorRole: roleSchema.nullable(),
  /** A code of the list of acts; of what was refused, the permission that was asked for. */
  action: z.string(),
  outcome: z.string(),
  targetId: uuidSchema.nullable(),
  /** Whom or what it was about, in words, as far as there are any. */
  about: z.string().nullable(),
  /** Sizes, hashes, roles before and after: `{bytes: 812}`. */
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditItem = z.infer<typeof auditItemSchema>;
export const auditReplySchema = z.object({
  items: z.array(auditItemSchema),
  nextCursor: z.string().nullable(),
  /** Of the whole search, up to 10,000. */
  total: z.int(),
});
export type AuditReply = z.infer<typeof auditReplySchema>;
