import type { SessionFigures } from '@tandem/domain';
import { bigint, customType, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** What is made of records for lists and reviews (`log/project-figures.ts`); generated columns are never written. */

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const sessionFigures = tandem.table(
  'session_figures',
  {
    clinicId: uuid('clinic_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    facts: jsonb('facts').$type<SessionFigures>().notNull(),
    peakSystolic: integer('peak_systolic'),
    notifySystolic: integer('notify_systolic'),
    doseMicrograms: bigint('dose_micrograms', { mode: 'number' }),
    dosesOutside: integer('doses_outside'),
    noticesHigh: integer('notices_high'),
    noticesMedium: integer('notices_medium'),
    noticesOpen: integer('notices_open'),
    worstGrade: integer('worst_grade'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.sessionId] })],
);

export const sessionWords = tandem.table(
  'session_words',
  {
    clinicId: uuid('clinic_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.entryId] })],
);

export const courseScores = tandem.table(
  'course_scores',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    seriesId: uuid('series_id'),
    instrument: text('instrument').notNull(),
    line: text('line').notNull(),
    total: integer('total').notNull(),
    answeredAt: time('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id, table.line] })],
);
