import { primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { auth, bytea, tandem, time } from './columns.ts';

/** Screens on a wall. */

/** Codes that a screen shows before it is paired; of no clinic. */
export const displayCodes = auth.table('display_codes', {
  code: text('code').primaryKey(),
  tokenHash: bytea('token_hash').notNull(),
  expiresAt: time('expires_at').notNull(),
});

/** Screens on a wall, and those that were (`displays/`). */
export const displays = tandem.table(
  'displays',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    roomId: uuid('room_id').notNull(),
    setting: text('setting').$type<'calm' | 'staff-side' | 'off'>().notNull(),
    tokenHash: bytea('token_hash'),
    pairedAt: time('paired_at').notNull().defaultNow(),
    pairedBy: uuid('paired_by').notNull(),
    seenAt: time('seen_at').notNull().defaultNow(),
    unpairedAt: time('unpaired_at'),
    unpairedBy: uuid('unpaired_by'),
    setBy: uuid('set_by'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
