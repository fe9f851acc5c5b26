import { uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { signInBodySchema } from './http.ts';

/** Sign-in with a second factor, what a person does with their own login, and the step up to what needs a fresh one. */

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 256;
/** How many recovery codes are made at once. */
export const RECOVERY_CODES = 10;

const typedPassword = z
  .string()
  .min(1, 'must not be empty')
  .max(MAX_PASSWORD, 'must be at most 256 characters');
/** One to be set; the server says in a sentence what it lacks, so that every lack is worded in one place. */
export const newPasswordSchema = z.string().max(1_024, 'must be at most 256 characters');
/** Six digits of the authenticator app, or a recovery code; spaces and hyphens do not count. */
export const typedCodeSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(40, 'must be at most 40 characters');

export const signInWithCodeSchema = signInBodySchema.extend({ code: typedCodeSchema.optional() });
export const confirmBodySchema = z.strictObject({
  password: typedPassword,
  code: typedCodeSchema.optional(),
});

export const changePasswordSchema = z.strictObject({
  password: typedPassword,
  newPassword: newPasswordSchema,
});
export const passwordChangedSchema = z.object({
  /** Other logins of this person that ended with it. */
  endedLogins: z.int(),
});

/** What an authenticator app is given: as a picture (`uri`) or typed (`secret`, base32). Not in force before its first code. */
export const offeredFactorSchema = z.object({ secret: z.string(), uri: z.string() });
export type OfferedFactor = z.infer<typeof offeredFactorSchema>;
export const enrolCodeSchema = z.strictObject({ code: typedCodeSchema });
/** Shown once: only their hashes stay. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });

export const ownLoginSchema = z.object({
  id: uuidSchema,
  /** Browser and system, coarse: "Firefox on Windows". */
  device: z.string(),
  beganAt: z.string(),
  /** Kept once a minute. */
  usedAt: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
});
export type OwnLogin = z.infer<typeof ownLoginSchema>;
export const ownSignInSchema = z.object({
  secondFactor: z.object({
    isOn: z.boolean(),
    /** The clinic asks for it: it cannot be turned off. */
    isRequired: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  logins: z.array(ownLoginSchema),
});
export type OwnSignIn = z.infer<typeof ownSignInSchema>;
export const endedLoginsSchema = z.object({ endedLogins: z.int() });
