import { sexSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Clients, and what they agreed to. */

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
