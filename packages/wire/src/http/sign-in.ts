import { roleSchema } from '@tandem/domain';
import { z } from 'zod';

/** What is sent to sign in and to act in a role. Apart from `me.ts`: a page sends these and checks none of them. */

export const signInBodySchema = z.strictObject({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address'),
  password: z.string().min(1, 'must not be empty').max(256, 'must be at most 256 characters'),
});

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
