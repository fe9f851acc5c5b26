import type { Role } from '@tandem/domain';
import { boolean, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { auth, bytea, tandem, time } from './columns.ts';

/** Who signs in, and who they are in a clinic. */

export const users = auth.table('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
  lastSignInAt: time('last_sign_in_at'),
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
  usedAt: time('used_at').notNull().defaultNow(),
  confirmedAt: time('confirmed_at').notNull().defaultNow(),
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

export const invitations = tandem.table(
  'invitations',
  {
    clinicId: uuid('clinic_id').notNull(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    tokenHash: bytea('token_hash'),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    acceptedAt: time('accepted_at'),
    acceptedBy: uuid('accepted_by'),
    withdrawnAt: time('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.clinicId, table.id] })],
);
