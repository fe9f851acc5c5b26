import type {
  AdoptedFrom,
  Allergies,
  Disposition,
  DrugKey,
  ProtocolPlan,
  Role,
  RouteKey,
  SessionOrigin,
  SessionStatus,
} from '@tandem/domain';
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * The tables as typed queries see them. The migrations are the truth: db/schema.pg.test.ts fails when a column
 * here and in the database differ.
 */
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

const tandem = pgSchema('tandem');
const auth = pgSchema('auth');

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

export const users = auth.table('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
});

export const accounts = auth.table('accounts', {
  id: uuid('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: uuid('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: time('access_token_expires_at'),
  refreshTokenExpiresAt: time('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
});

export const logins = auth.table('logins', {
  id: uuid('id').primaryKey(),
  token: text('token').notNull(),
  userId: uuid('user_id').notNull(),
  expiresAt: time('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  actingRole: text('acting_role').$type<Role>(),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
});

export const verifications = auth.table('verifications', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: time('expires_at').notNull(),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
});

export const memberships = auth.table(
  'memberships',
  {
    clinicId: uuid('clinic_id').notNull(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    disabledAt: time('disabled_at'),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.personId] })],
);

export const pins = auth.table('pins', {
  userId: uuid('user_id').primaryKey().notNull(),
  hash: text('hash').notNull(),
  failures: integer('failures').notNull().default(0),
  lastFailureAt: time('last_failure_at'),
  changedAt: time('changed_at').notNull().defaultNow(),
});

export const rooms = tandem.table(
  'rooms',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);

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
