import type { Disposition, DrugKey, Role, RouteKey, SessionOrigin, SessionStatus } from '@tandem/domain';
import { bigint, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tandem, time } from './columns.ts';

/** Sessions as they stand, made from their record; approvals and presence beside them. */

export const sessions = tandem.table(
  'sessions',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    status: text('status').$type<SessionStatus>().notNull(),
    origin: text('origin').$type<SessionOrigin>().notNull(),
    patientId: uuid('patient_id').notNull(),
    protocolId: uuid('protocol_id').notNull(),
    plannedAt: time('planned_at').notNull(),
    durationMinutes: integer('duration_minutes'),
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
    weightGrams: integer('weight_grams'),
    roomId: uuid('room_id'),
    seriesId: uuid('series_id'),
    plannedDoses: jsonb('planned_doses')
      .$type<{ drug: string; route: string; amountMg: number }[]>()
      .notNull()
      .default([]),
    setting: text('setting').notNull().default('in-clinic'),
    disposition: text('disposition').$type<Disposition>(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const sessionPeople = tandem.table(
  'session_people',
  {
    clinicId: uuid('clinic_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.sessionId, table.personId, table.role] })],
);

/** Openings of a session by somebody who is not on its team. */
export const breakGlass = tandem.table(
  'break_glass',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    sessionId: uuid('session_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    reason: text('reason').notNull(),
    openedAt: time('opened_at').notNull().defaultNow(),
    endsAt: time('ends_at').notNull().defaultNow(),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: time('reviewed_at'),
    word: text('word'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

export const approvals = tandem.table(
  'approvals',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    sessionId: uuid('session_id').notNull(),
    personId: uuid('person_id').notNull(),
    askedBy: uuid('asked_by').notNull(),
    drug: text('drug').$type<DrugKey>().notNull(),
    micrograms: bigint('micrograms', { mode: 'number' }).notNull(),
    route: text('route').$type<RouteKey>(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

/** Unlogged: who has a session open now (`stream/presence.ts`). */
export const presence = tandem.table(
  'presence',
  {
    clinicId: uuid('clinic_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    socketId: uuid('socket_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    writing: text('writing').$type<'vital-signs' | 'dose' | 'note'>(),
    pending: integer('pending').notNull(),
    activeAt: time('active_at').notNull(),
    aliveAt: time('alive_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.sessionId, table.socketId] })],
);
