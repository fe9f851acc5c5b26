import { z } from 'zod';
import { pinSchema } from './http.ts';

/** Opens a screen that was locked: by one's own PIN, or by the password. */
export const unlockBodySchema = z
  .strictObject({
    pin: pinSchema.optional(),
    password: z.string().min(1, 'must not be empty').max(256).optional(),
  })
  .refine(({ pin, password }) => (pin === undefined) !== (password === undefined), {
    path: ['pin'],
    message: 'must be there, or `password`, and not both',
  });
export type UnlockBody = z.infer<typeof unlockBodySchema>;
export const unlockedSchema = z.object({ unlocked: z.literal(true) });
