import { roleSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { zoneName } from './http/clinic-settings.ts';
import { signInBodySchema } from './http.ts';
import { newPasswordSchema } from './sign-in.ts';

/** Who works at a clinic, as its admin sees and changes it; invitations. */

const someRoles = z
  .array(roleSchema)
  .min(1, 'must name at least one role')
  .max(5)
  .refine((own) => new Set(own).size === own.length, 'must name each role once');

export const staffPersonSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  isDisabled: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignInAt: z.string().nullable(),
  /** Devices signed in at this moment. */
  logins: z.int(),
});
export type StaffPerson = z.infer<typeof staffPersonSchema>;
export const staffReplySchema = z.object({ items: z.array(staffPersonSchema) });

export const personChangeSchema = z
  .strictObject({ roles: someRoles.optional(), isDisabled: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, 'must name what changes');
export type PersonChange = z.infer<typeof personChangeSchema>;

export const newInvitationSchema = z.strictObject({
  id: uuidSchema,
  name: typedText(120),
  email: signInBodySchema.shape.email,
  roles: someRoles,
});
export type NewInvitation = z.infer<typeof newInvitationSchema>;

export const invitationSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  invitedBy: z.string(),
  expiresAt: z.string(),
  isExpired: z.boolean(),
});
export type Invitation = z.infer<typeof invitationSchema>;
/** With the token of its link, which is in this reply alone: the database keeps a hash. */
export const madeInvitationSchema = invitationSchema.extend({ token: z.string() });
export type MadeInvitation = z.infer<typeof madeInvitationSchema>;
export const invitationsReplySchema = z.object({ items: z.array(invitationSchema) });

const tokenSchema = z.string().min(1, 'must not be empty').max(100);
export const readInvitationSchema = z.strictObject({ token: tokenSchema });
/** What the invited person is shown before they choose a password. */
export const openInvitationSchema = z.object({
  name: z.string(),
  email: z.string(),
  clinicName: z.string(),
  roles: z.array(roleSchema),
});
export const acceptInvitationSchema = z.strictObject({ token: tokenSchema, password: newPasswordSchema });
export const acceptedInvitationSchema = z.object({ email: z.string() });

/** The first clinic of an empty Tandem and its first admin, by the link that the start prints. */
export const firstRunSchema = z.strictObject({
  token: tokenSchema,
  clinicName: typedText(120),
  timeZone: zoneName,
  name: typedText(120),
  email: signInBodySchema.shape.email,
  password: newPasswordSchema,
});
export type FirstRun = z.infer<typeof firstRunSchema>;
export const firstRunReplySchema = z.object({ email: z.string() });
