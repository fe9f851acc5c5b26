import type { InstrumentDefinition, ProtocolPlan } from '@tandem/domain';
import { boolean, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** The installation, its clinics and what each plans with. */

export const installation = tandem.table('installation', {
  onlyRow: boolean('only_row').primaryKey().notNull().default(true),
  epoch: uuid('epoch').notNull(),
  wire: integer('wire').notNull(),
  createdAt: time('created_at').notNull().defaultNow(),
});

export const clinics = tandem.table('clinics', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
  demo: boolean('demo').notNull().default(false),
  createdAt: time('created_at').notNull().defaultNow(),
});

export const rooms = tandem.table(
  'rooms',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    retiredAt: time('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const protocols = tandem.table(
  'protocols',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    basedOn: uuid('based_on'),
    data: jsonb('data').$type<ProtocolPlan>().notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    confirmedAt: time('confirmed_at'),
    confirmedBy: uuid('confirmed_by'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

/** What a clinic brought along to measure with; every version stays. */
export const instruments = tandem.table(
  'instruments',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    definition: jsonb('definition').$type<InstrumentDefinition>().notNull(),
    addedAt: time('added_at').notNull().defaultNow(),
    addedBy: uuid('added_by').notNull(),
    retiredAt: time('retired_at'),
    retiredBy: uuid('retired_by'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
