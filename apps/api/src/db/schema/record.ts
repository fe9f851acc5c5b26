import type { AdoptedFrom, Role } from '@tandem/domain';
import { bigint, boolean, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, tandem, time } from './columns.ts';

/** The log, where each of its streams stands, what of it is to be removed, and who did what. */

export const streamHeads = tandem.table(
  'stream_heads',
  {
    clinicId: uuid('clinic_id').notNull(),
    streamId: uuid('stream_id').notNull(),
    streamType: text('stream_type').$type<'session' | 'course'>().notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: bytea('last_hash').notNull(),
    lastRecordedAt: time('last_recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.streamId, table.clinicId] })],
);

export const entries = tandem.table(
  'entries',
  {
    clinicId: uuid('clinic_id').notNull(),
    streamId: uuid('stream_id').notNull(),
    seq: integer('seq').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    happenedAt: time('happened_at').notNull(),
    recordedAt: time('recorded_at').notNull(),
    authorId: uuid('author_id').notNull(),
    authorName: text('author_name').notNull(),
    authorRole: text('author_role').$type<Role>().notNull(),
    deviceId: text('device_id'),
    knownSeq: integer('known_seq'),
    composedAt: time('composed_at'),
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }),
    offline: boolean('offline'),
    asOf: time('as_of'),
    adoptedFrom: jsonb('adopted_from').$type<AdoptedFrom>(),
    payloadHash: bytea('payload_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.streamId, table.seq] })],
);

export const entryPayloads = tandem.table(
  'entry_payloads',
  {
    clinicId: uuid('clinic_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    salt: bytea('salt').notNull(),
    data: jsonb('data').$type<unknown>().notNull(),
    lateReason: text('late_reason'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.entryId] })],
);

export const audit = tandem.table(
  'audit',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    at: time('at').notNull().defaultNow(),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role').$type<Role>(),
    action: text('action').notNull(),
    targetId: uuid('target_id'),
    outcome: text('outcome').notNull().default('done'),
    /** A size, a hash, roles before and after; never typed text. */
    detail: jsonb('detail').$type<Readonly<Record<string, unknown>>>(),
    entryCount: integer('entry_count'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

/** Texts whose removal was asked for (`redactions/`). */
export const redactionRequests = tandem.table(
  'redaction_requests',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    sessionId: uuid('session_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    reason: text('reason').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: time('asked_at').notNull().defaultNow(),
    decidedBy: uuid('decided_by'),
    decidedAt: time('decided_at'),
    agreed: boolean('agreed'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
