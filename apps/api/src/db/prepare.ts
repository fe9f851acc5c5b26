import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import type { RoleUrls } from './connect.ts';
import { markKeys, refuseOtherKeys } from './key-marks.ts';
import { checkVersion, migrate, readMigrations } from './migrate.ts';
import { DatabaseRefusal } from './refusal.ts';
import { prepareRoles, rolePasswords, roleUrls } from './roles.ts';

/** Oldest PostgreSQL the contract suite runs on. */
export const OLDEST_POSTGRES = 150_000;

/** Beside the source in development, beside the bundle once built. */
export function migrationsDir(): string {
  const candidates = ['./migrations', '../migrations'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('the migrations are missing beside the program');
  return found;
}

/**
 * Makes a database ready and returns the addresses the process goes on with. As an administrator: roles and
 * migrations; as tandem_app: only the version is checked. The administrator's connection is closed again.
 * @throws DatabaseRefusal or ConfigRefusal with one sentence
 */
export async function prepareDatabase(
  url: string,
  keysDir: string,
  say: (line: string) => void,
): Promise<RoleUrls> {
  const migrations = readMigrations(migrationsDir());
  const sql = postgres(url, { max: 2, connect_timeout: 5, onnotice: () => {} });
  try {
    const who = await whoConnects(sql, url);
    await refuseOtherKeys(sql, keysDir);
    if (who === 'tandem_app') {
      await checkVersion(sql, migrations);
      return { ...roleUrls(url, rolePasswords(keysDir)), app: url };
    }
    const passwords = rolePasswords(keysDir);
    await prepareRoles(sql, passwords);
    const applied = await migrate(sql, migrations);
    await markKeys(sql, keysDir);
    if (applied.length > 0)
      say(`Database brought up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`);
    return roleUrls(url, passwords);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Holds KEYS_DIR against the database, for a command that prepares nothing. @throws DatabaseRefusal */
export async function checkKeys(url: string, keysDir: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await whoConnects(sql, url);
    await refuseOtherKeys(sql, keysDir);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** The role of this connection. @throws DatabaseRefusal when the server does not answer or is too old */
export async function whoConnects(sql: Sql, url: string): Promise<string> {
  try {
    const [row] = await sql<{ name: string; version: number }[]>`
      select current_user as name, current_setting('server_version_num')::int as version`;
    if (row !== undefined && row.version >= OLDEST_POSTGRES) return row.name;
    throw new DatabaseRefusal(
      'This PostgreSQL is older than 15. Nothing was changed. Point DATABASE_URL at 15 or newer.',
    );
  } catch (error) {
    throw error instanceof DatabaseRefusal ? error : new DatabaseRefusal(connectSentence(error, url));
  }
}

/** The cause in words, without the password that the address holds. */
function connectSentence(error: unknown, url: string): string {
  const { host, pathname } = new URL(url);
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const where = `PostgreSQL at ${host}`;
  if (code === '28P01' || code === '28000')
    return `${where} refused the user or password in DATABASE_URL. Correct it, then start again.`;
  if (code === '3D000')
    return `${where} has no database ${pathname.slice(1)}. Create it or correct DATABASE_URL, then start again.`;
  return `${where} does not answer (${code || message}). Start it or correct DATABASE_URL, then start again.`;
}
