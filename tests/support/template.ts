import { connect, type Database } from '@tandem/api/db/connect.ts';
import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { prepareRoles, rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import postgres, { type Sql } from 'postgres';

export const TEMPLATE = 'tandem_template';

export function inDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function prepareTemplate(
  adminUrl: string,
  keysDir: string,
  seed: (database: Database) => Promise<void>,
): Promise<void> {
  const urls = await prepareDatabase(inDatabase(adminUrl, TEMPLATE), keysDir, () => {});
  const database = connect(urls);
  try {
    await seed(database);
  } finally {
    await database.close();
  }
}

export interface TestDatabase {
  readonly database: Database;
  /** The same database as the superuser sees it. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

let made = 0;

/** A database with nothing in it, not even tables: what a restore begins with. */
export async function emptyDatabase(adminUrl: string, keysDir: string): Promise<TestDatabase> {
  made += 1;
  const name = `tandem_empty_${process.pid}_${made}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = inDatabase(adminUrl, name);
  const inside = postgres(url, { max: 1, onnotice: () => {} });
  await prepareRoles(inside, rolePasswords(keysDir));
  await inside.end();
  return reached(admin, name, url, keysDir);
}

/** A fresh copy of the template (about 60 ms), reached exactly as the server reaches its own. */
export async function copyTemplate(adminUrl: string, keysDir: string): Promise<TestDatabase> {
  made += 1;
  const name = `tandem_${process.pid}_${made}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  // Copies wait for each other on the template: two test files start at once.
  await admin`select pg_advisory_lock(42)`;
  await admin.unsafe(`create database ${name} template ${TEMPLATE}`);
  await admin`select pg_advisory_unlock(42)`;
  return reached(admin, name, inDatabase(adminUrl, name), keysDir);
}

function reached(admin: Sql, name: string, adminUrl: string, keysDir: string): TestDatabase {
  const database = connect(roleUrls(adminUrl, rolePasswords(keysDir)));
  return {
    database,
    adminUrl,
    drop: async () => {
      await database.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
