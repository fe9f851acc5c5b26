import { operations, roleSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { clinicSettingsSchema } from './clinic.ts';

/** Who signs in, and in which clinic and role. */

export const signInBodySchema = z.strictObject({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address'),
  password: z.string().min(1, 'must not be empty').max(256, 'must be at most 256 characters'),
});

export const meSchema = z.object({
  person: z.object({ id: uuidSchema, name: z.string(), email: z.string() }),
  clinic: z.object({
    id: uuidSchema,
    name: z.string(),
    timeZone: z.string(),
    ...clinicSettingsSchema.shape,
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

export const actAsBodySchema = z.strictObject({ role: roleSchema });

export const pinSchema = z.string().regex(/^\d{6}$/, 'must be six digits');

/** The login's own password, so that a tablet left open gives nobody a PIN. */
export const setPinBodySchema = z.strictObject({
  pin: pinSchema.refine(
    (pin) => !/^(\d)\1{5}$|^123456$|^654321$/.test(pin),
    'must not be that easy to guess',
  ),
  password: z.string().min(1, 'must not be empty').max(256),
});
