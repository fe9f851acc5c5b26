import { uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { pinSchema } from './http.ts';

/** Opens a screen that was locked: by one's own PIN, by the password, or because there is an emergency in a session. */
export const unlockBodySchema = z
  .strictObject({
    pin: pinSchema.optional(),
    password: z.string().min(1, 'must not be empty').max(256).optional(),
    emergencyIn: uuidSchema.optional(),
  })
  .refine(
    ({ pin, password, emergencyIn }) =>
      [pin, password, emergencyIn].filter((way) => way !== undefined).length === 1,
    {
      path: ['pin'],
      message: 'must be there, or `password`, or `emergencyIn`, and one of them alone',
    },
  );
export type UnlockBody = z.infer<typeof unlockBodySchema>;
export const unlockedSchema = z.object({ unlocked: z.literal(true) });
