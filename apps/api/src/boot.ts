import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type Config, ConfigRefusal } from './config.ts';
import { connect, type Database } from './db/connect.ts';
import { attachEmbedded, type Dirs, resolveDirs, startEmbedded } from './db/embedded.ts';
import { prepareDatabase } from './db/prepare.ts';
import { checkIsolation } from './db/self-check.ts';

/** Root of the checkout, from the source as well as from the bundle: the folder with `pnpm-workspace.yaml`. */
export function checkoutRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'pnpm-workspace.yaml'))) {
    if (dirname(dir) === dir)
      throw new ConfigRefusal('pnpm-workspace.yaml is missing. Start Tandem from its own checkout.');
    dir = dirname(dir);
  }
  return dir;
}

/** A PostgreSQL server that answers, before anything in it is touched. */
export interface OpenServer {
  /** Of the `tandem` database: embedded as its superuser, else DATABASE_URL as it stands. */
  readonly url: string;
  readonly dirs: Dirs;
  readonly embedded: boolean;
  /** Stops an embedded server that this process started. */
  stop(): Promise<void>;
}

export interface OpenDatabase {
  readonly database: Database;
  readonly dirs: Dirs;
  readonly embedded: boolean;
  /** Closes the connections, then stops an embedded server that this process started. */
  stop(): Promise<void>;
}

/**
 * The server that the settings name. Commands beside a running Tandem (`beside`) use its server instead of starting
 * a second one on the same data.
 * @throws ConfigRefusal, DatabaseRefusal or EmbeddedRefusal, each one sentence
 */
export async function openServer(
  config: Config,
  say: (line: string) => void,
  beside = false,
): Promise<OpenServer> {
  const dirs = resolveDirs({ env: process.env, checkout: checkoutRoot(), uid: process.getuid?.() });
  if (dirs.moved) say(`Data is kept in ${dirs.dataDir}.`);
  if (config.databaseUrl !== null)
    return { url: config.databaseUrl, dirs, embedded: false, stop: async () => {} };
  const options = { ...dirs, say };
  const server = (beside ? await attachEmbedded(options) : undefined) ?? (await startEmbedded(options));
  try {
    const url = await ownDatabase(server.adminUrl);
    return { url, dirs, embedded: true, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * From settings to a database that is migrated, checked and reached as tandem_app.
 * @throws ConfigRefusal, DatabaseRefusal or EmbeddedRefusal, each one sentence
 */
export async function openDatabase(
  config: Config,
  say: (line: string) => void,
  beside = false,
): Promise<OpenDatabase> {
  const server = await openServer(config, say, beside);
  try {
    const { dirs, embedded } = server;
    const database = connect(await prepareDatabase(server.url, dirs.keysDir, say));
    const stop = async () => {
      await database.close();
      await server.stop();
    };
    try {
      await checkIsolation(database.app);
    } catch (error) {
      await database.close();
      throw error;
    }
    return { database, dirs, embedded, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The embedded server's `tandem` database, made on first use. */
async function ownDatabase(adminUrl: string): Promise<string> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await admin`select 1 from pg_database where datname = 'tandem'`;
    if (found.length === 0) await admin.unsafe('create database tandem');
  } finally {
    await admin.end({ timeout: 2 });
  }
  const url = new URL(adminUrl);
  url.pathname = '/tandem';
  return url.toString();
}
