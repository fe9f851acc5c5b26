import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { ConfigRefusal } from '../config.ts';
import { damagedKey, readOrCreateSecret } from '../keys.ts';
import type { RoleUrls } from './connect.ts';
import { DatabaseRefusal } from './refusal.ts';

/**
 * The five roles. Nothing the server runs as is a superuser, bypasses row-level security or owns a table;
 * tandem_backup bypasses it to read everything, and can do nothing else.
 */
const roleOptions = {
  tandem_owner: 'nologin noinherit',
  tandem_app: 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit',
  tandem_auth: 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit',
  tandem_notes: 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit',
  tandem_backup: 'login nosuperuser bypassrls nocreatedb nocreaterole noinherit',
} as const;
export type RoleName = keyof typeof roleOptions;
const loginRoles = ['tandem_app', 'tandem_auth', 'tandem_notes', 'tandem_backup'] as const;
export const ROLE_PASSWORDS = 'role-passwords.json';
const rolePasswordsSchema = z.record(z.enum(loginRoles), z.string().regex(/^[\w-]{32,}$/));
export type RolePasswords = Readonly<z.infer<typeof rolePasswordsSchema>>;

/**
 * Role passwords of this installation, made on first use, in a file that only this user reads (0600).
 * @throws ConfigRefusal when the file is damaged
 */
export function rolePasswords(keysDir: string): RolePasswords {
  const text = readOrCreateSecret(keysDir, ROLE_PASSWORDS, () =>
    JSON.stringify(
      Object.fromEntries(loginRoles.map((role) => [role, randomBytes(24).toString('base64url')])),
    ),
  );
  try {
    return rolePasswordsSchema.parse(JSON.parse(text));
  } catch {
    throw new ConfigRefusal(damagedKey(keysDir, ROLE_PASSWORDS));
  }
}

/**
 * Makes the roles, sets their passwords and lets them into this database. Safe to run again.
 * @throws DatabaseRefusal when this administrator may not make roles
 */
export async function prepareRoles(admin: Sql, passwords: RolePasswords): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepareOnce(admin, passwords);
    } catch (error) {
      // Roles belong to the whole server, the lock to one database: another one may be prepared at this moment.
      const { message = '' } = error as { message?: string };
      if (tries === TRIES || !/concurrently updated|already exists/.test(message)) throw error;
      await sleep(50 * tries);
    }
  }
}

const TRIES = 6;

async function prepareOnce(admin: Sql, passwords: RolePasswords): Promise<void> {
  try {
    await admin.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7246330)`;
      const found = await tx<
        { rolname: RoleName }[]
      >`select rolname from pg_roles where rolname like 'tandem\\_%'`;
      const existing = new Set(found.map((row) => row.rolname));
      for (const [role, options] of Object.entries(roleOptions)) {
        if (!existing.has(role as RoleName)) await tx.unsafe(`create role ${role} ${options}`);
      }
      for (const role of loginRoles) {
        await tx.unsafe(`alter role ${role} password '${passwords[role]}'`);
      }
      await tx.unsafe('grant tandem_owner to current_user');
      const [row] = await tx<{ name: string }[]>`select quote_ident(current_database()) as name`;
      const name = row?.name as string;
      await tx.unsafe(`grant create, connect on database ${name} to tandem_owner`);
      await tx.unsafe(`grant connect on database ${name} to ${loginRoles.join(', ')}`);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new DatabaseRefusal(
      'DATABASE_URL may not make the roles that Tandem needs. Use an administrator that may create roles and BYPASSRLS, once.',
    );
  }
}

/** The same server and database under another role. */
export function urlAs(url: string, role: keyof RolePasswords, passwords: RolePasswords): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = passwords[role];
  return changed.toString();
}

export function roleUrls(url: string, passwords: RolePasswords): RoleUrls {
  return {
    app: urlAs(url, 'tandem_app', passwords),
    auth: urlAs(url, 'tandem_auth', passwords),
    notes: urlAs(url, 'tandem_notes', passwords),
    backup: urlAs(url, 'tandem_backup', passwords),
  };
}
