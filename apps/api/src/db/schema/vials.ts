import type { DrugKey } from '@tandem/domain';
import { bigint, date, numeric, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** What ketamine is there, and what was counted. */

export const vials = tandem.table(
  'vials',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    drug: text('drug').$type<DrugKey>().notNull(),
    concentrationMgPerMl: numeric('concentration_mg_per_ml', { mode: 'number' }).notNull(),
    micrograms: bigint('micrograms', { mode: 'number' }).notNull(),
    lot: text('lot').notNull(),
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    openedAt: time('opened_at').notNull().defaultNow(),
    openedBy: uuid('opened_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const vialCounts = tandem.table(
  'vial_counts',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    vialId: uuid('vial_id').notNull(),
    countedMicrograms: bigint('counted_micrograms', { mode: 'number' }).notNull(),
    expectedMicrograms: bigint('expected_micrograms', { mode: 'number' }).notNull(),
    countedBy: uuid('counted_by').notNull(),
    witnessedBy: uuid('witnessed_by').notNull(),
    note: text('note'),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
