import { allergiesSchema, daySchema, sexSchema, typedText, uuidSchema } from '@tandem/domain';
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
