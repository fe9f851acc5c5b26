import { allergiesSchema, daySchema, sexSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Clients and consents as they are entered. Apart from `patients.ts`: most pages show them alone. */

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
