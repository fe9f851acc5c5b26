import type { Allergies } from '@tandem/domain';
import { date, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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
