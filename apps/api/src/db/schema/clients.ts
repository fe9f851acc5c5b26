import type { Allergies } from '@tandem/domain';
import type { ClientFact } from '@tandem/wire';
import { date, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** Clients of a clinic, and what they agreed to. */

export const patients = tandem.table(
  'patients',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }).notNull(),
    sex: text('sex').$type<'female' | 'male' | 'other' | 'unknown'>().notNull(),
    mrn: text('mrn'),
    allergies: jsonb('allergies').$type<Allergies>().notNull(),
    medicines: jsonb('medicines').$type<string[]>().notNull().default([]),
    contacts: jsonb('contacts').$type<Record<string, string>[]>().notNull().default([]),
    language: text('language'),
    createdAt: time('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

/** What is known of a client that changes with time: every version, as it was written. */
export const clientFacts = tandem.table(
  'client_facts',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    patientId: uuid('patient_id').notNull(),
    fact: text('fact').$type<ClientFact>().notNull(),
    revision: integer('revision').notNull(),
    items: jsonb('items').$type<unknown[]>().notNull(),
    recordedAt: time('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const consents = tandem.table(
  'consents',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    patientId: uuid('patient_id').notNull(),
    form: text('form').notNull(),
    version: text('version').notNull(),
    signedOn: date('signed_on', { mode: 'string' }).notNull(),
    expiresOn: date('expires_on', { mode: 'string' }),
    recordedAt: time('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
    withdrawnAt: time('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
