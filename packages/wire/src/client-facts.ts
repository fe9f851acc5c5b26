import { uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { newPatientSchema } from './http/patient-requests.ts';

/** What is known of a client and changes with time: every version says who wrote it and when. */

const medicines = newPatientSchema.shape.medicines.unwrap();
const contacts = newPatientSchema.shape.contacts.unwrap();

export const clientFacts = ['medicines', 'contacts'] as const;
export type ClientFact = (typeof clientFacts)[number];
export type Contact = z.output<typeof contacts>[number];

const common = {
  id: uuidSchema,
  /** The revision that was on the screen: somebody else's change since then is told, not overwritten. */
  seenRevision: z.int().min(0).optional(),
};
/** The whole list as it is from now on. */
export const newMedicinesSchema = z.strictObject({ ...common, items: medicines });
export const newContactsSchema = z.strictObject({ ...common, items: contacts });
export type NewMedicines = z.output<typeof newMedicinesSchema>;
export type NewContacts = z.output<typeof newContactsSchema>;

const versionOf = <Items extends z.ZodType>(items: Items) =>
  z.object({
    /** 0: as the client was added. */
    revision: z.int(),
    items,
    at: z.string(),
    /** Null where the name is not known here any more. */
    by: z.string().nullable(),
  });
/** Newest first; never empty. */
export const clientFactsReplySchema = z.object({
  medicines: z.array(versionOf(medicines)),
  contacts: z.array(versionOf(contacts)),
});
export type ClientFactsReply = z.infer<typeof clientFactsReplySchema>;
