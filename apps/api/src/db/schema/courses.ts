import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** What happens between the sessions of a client, made from its record. */

export const courses = tandem.table(
  'courses',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    patientId: uuid('patient_id').notNull(),
    seriesId: uuid('series_id'),
    scoresVersion: integer('scores_version').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const courseTasks = tandem.table(
  'course_tasks',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    kind: text('kind').$type<'safety' | 'check-in'>().notNull(),
    step: text('step'),
    dueAt: time('due_at').notNull(),
    ownerId: uuid('owner_id'),
    deputyId: uuid('deputy_id'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
