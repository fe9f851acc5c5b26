import { operations, roleSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Who is signed in, and in which clinic and role. */

export const meSchema = z.object({
  person: z.object({ id: uuidSchema, name: z.string(), email: z.string() }),
  clinic: z.object({
    id: uuidSchema,
    name: z.string(),
    timeZone: z.string(),
    // What the clinic chose (`clinicSettingsSchema`), without the limits that only a change is held to.
    estimate: z.boolean(),
    offlineMode: z.boolean(),
    teamOnly: z.boolean(),
    lockMinutes: z.int(),
    liveLockMinutes: z.int(),
    retentionYears: z.int().nullable(),
  }),
  roles: z.array(roleSchema),
  /** The role acted in. */
  role: roleSchema,
  may: z.array(z.enum(operations)),
  epoch: uuidSchema,
  demo: z.boolean(),
  /** Has a PIN of their own, to confirm somebody else's dose with. */
  hasPin: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;
