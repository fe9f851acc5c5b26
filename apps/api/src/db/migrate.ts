import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReservedSql, Sql } from 'postgres';
import { DatabaseRefusal } from './refusal.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Numbered SQL files in order. @throws Error when a number is missing or stands twice */
export function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, at) => {
    if (!name.startsWith(`${String(at + 1).padStart(4, '0')}_`))
      throw new Error(`migration ${name} is out of order`);
    const text = readFileSync(join(dir, name), 'utf8');
    return { name, sql: text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Brings the database to the newest migration, as tandem_owner. Several processes may start at once: the
 * advisory lock lets one work and the others find nothing left to do. Each file is one transaction.
 * @returns the names that were applied now
 * @throws DatabaseRefusal when the database is newer than this program or a landed file was edited
 */
export async function migrate(admin: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const connection = await admin.reserve();
  try {
    // One lock for the whole run, so that two starters never interleave files.
    await connection`select pg_advisory_lock(7246331)`;
    await connection`set role tandem_owner`;
    await connection`create schema if not exists meta`;
    await connection`create table if not exists meta.migrations (
      name text primary key, checksum text not null, applied_at timestamptz(3) not null default clock_timestamp()
    )`;
    await connection`grant usage on schema meta to tandem_app`;
    await connection`grant select on meta.migrations to tandem_app`;
    const pending = pendingOf(migrations, await appliedOf(connection));
    for (const migration of pending) await applyOne(connection, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await connection`reset role`.catch(() => {});
    await connection`select pg_advisory_unlock(7246331)`.catch(() => {});
    connection.release();
  }
}

/** For a start as tandem_app: the schema must be exactly this program's. @throws DatabaseRefusal */
export async function checkVersion(app: Sql, migrations: readonly Migration[]): Promise<void> {
  const exists = await app`select to_regclass('meta.migrations') is not null as found`;
  if (exists[0]?.found !== true) {
    throw new DatabaseRefusal(
      'This database has no Tandem schema yet. Start once with DATABASE_URL of an administrator, who makes it.',
    );
  }
  const pending = pendingOf(migrations, await appliedOf(app));
  if (pending.length === 0) return;
  throw new DatabaseRefusal(
    `This database is older than this Tandem (it lacks ${pending[0]?.name}). Start once with DATABASE_URL of an administrator.`,
  );
}

type Applied = ReadonlyMap<string, string>;

async function appliedOf(sql: Sql | ReservedSql): Promise<Applied> {
  const rows = await sql<{ name: string; checksum: string }[]>`select name, checksum from meta.migrations`;
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function pendingOf(migrations: readonly Migration[], applied: Applied): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of applied) {
    const known = ours.get(name);
    if (known === undefined) {
      throw new DatabaseRefusal(
        `This database is newer than this Tandem (it has ${name}). Nothing was changed. Start the newer version.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new DatabaseRefusal(
        `Migration ${name} was edited after it ran here. Nothing was changed. Restore the file.`,
      );
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function applyOne(connection: ReservedSql, migration: Migration): Promise<void> {
  await connection`begin`;
  try {
    await connection.unsafe(migration.sql);
    await connection`insert into meta.migrations (name, checksum) values (${migration.name}, ${migration.checksum})`;
    await connection`commit`;
  } catch (error) {
    await connection`rollback`;
    throw error;
  }
}
