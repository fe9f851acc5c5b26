import { allergiesSchema, checkKeySchema, daySchema, sexSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Clients, and what they agreed to. */

export const newPatientSchema = z.strictObject({
  id: uuidSchema,
  familyName: typedText(80),
  givenName: typedText(80),
  birthDate: daySchema,
  sex: sexSchema,
  mrn: typedText(40).optional(),
  allergies: allergiesSchema,
  medicines: z.array(typedText(160)).max(100).optional(),
  contacts: z
    .array(
      z.strictObject({
        name: typedText(120),
        relation: typedText(80).optional(),
        phone: typedText(40).optional(),
        email: typedText(254).optional(),
      }),
    )
    .max(20)
    .optional(),
  language: typedText(40).optional(),
});
export type NewPatient = z.infer<typeof newPatientSchema>;

export const patientSchema = z.object({
  id: uuidSchema,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string(),
  sex: sexSchema,
  mrn: z.string().nullable(),
  allergies: z.object({ status: z.enum(['not-asked', 'none-known', 'known']), items: z.array(z.string()) }),
  medicines: z.array(z.string()),
  contacts: z.array(z.record(z.string(), z.string())),
  language: z.string().nullable(),
  createdAt: z.string(),
});
export type Patient = z.infer<typeof patientSchema>;

export const patientsReplySchema = z.object({ items: z.array(patientSchema) });

/** What a client agreed to: which form, in which version, until when. */
export const newConsentSchema = z
  .strictObject({
    id: uuidSchema,
    form: typedText(160),
    version: typedText(40),
    signedOn: daySchema,
    expiresOn: daySchema.optional(),
  })
  .refine(({ signedOn, expiresOn }) => expiresOn === undefined || expiresOn >= signedOn, {
    path: ['expiresOn'],
    message: 'must not be before the day it was signed',
  });
export type NewConsent = z.infer<typeof newConsentSchema>;

export const consentSchema = z.object({
  id: uuidSchema,
  form: z.string(),
  version: z.string(),
  signedOn: z.string(),
  expiresOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  /** On the clinic's today: neither withdrawn nor expired. */
  current: z.boolean(),
});
export type Consent = z.infer<typeof consentSchema>;

export const consentsReplySchema = z.object({ items: z.array(consentSchema) });

/** What comes pre-filled, to confirm: the last answer to each lasting row, and the consents that hold today. */
export const lastingAnswersSchema = z.object({
  items: z.array(
    z.object({
      item: checkKeySchema,
      result: z.enum(['fulfilled', 'not-fulfilled', 'not-applicable']),
      note: z.string().nullable(),
      at: z.string(),
      by: z.string(),
      sessionId: uuidSchema,
    }),
  ),
  consents: z.array(consentSchema),
});
