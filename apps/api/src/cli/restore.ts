import { resolve } from 'node:path';
import postgres from 'postgres';
import { BackupRefusal } from '../backup/refusal.ts';
import { restoreInto } from '../backup/restore.ts';
import { checkWhole } from '../backup/verify-file.ts';
import { openServer } from '../boot.ts';
import { ConfigRefusal, readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { readMigrations } from '../db/migrate.ts';
import { migrationsDir, prepareDatabase, whoConnects } from '../db/prepare.ts';
import { prepareRoles, rolePasswords } from '../db/roles.ts';
import { verifyDatabase } from '../log/verify.ts';

/**
 * `npm run restore -- FILE`: the state of a backup into an empty database, under a new epoch, then every hash chain
 * of it. With the embedded database that is the one of DATA_DIR, made when it is not there; no demo is made in it.
 * @throws BackupRefusal with one sentence; nothing was stored then
 */
export async function main(args: readonly string[]): Promise<void> {
  const [name, ...more] = args;
  if (name === undefined || name.startsWith('-') || more.length > 0)
    throw new ConfigRefusal('Name the one backup to restore: npm run restore -- tandem.backup.gz');
  const say = (line: string) => console.error(line);
  // Until the last line: a process that ends before it must not look as if all were well.
  process.exitCode = 1;
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  const config = readConfig(process.env);
  say(`Reading ${file}…`);
  // Before a database is made for it.
  const { header } = await checkWhole(file);
  // Not beside a running one: what it serves must not change under it.
  const server = await openServer(config, say);
  try {
    const migrations = readMigrations(migrationsDir());
    await prepareAsAdministrator(server.url, server.dirs.keysDir);
    const restored = await restoreInto(server.url, file, migrations, say);
    const database = connect(await prepareDatabase(server.url, server.dirs.keysDir, say));
    try {
      const { streams, entries, broken } = await verifyDatabase(database);
      for (const { streamId, seq, what } of broken) console.log(`session ${streamId}: entry ${seq} ${what}`);
      console.log(`${streams} sessions, ${entries} entries, ${broken.length} broken`);
      if (broken.length > 0) say('The backup already held these: the restore changed nothing in them.');
      else process.exitCode = 0;
    } finally {
      await database.close();
    }
    console.log(
      `Restored ${restored.rows.toLocaleString('en')} rows as of ${header.madeAt}. Everybody signs in again, and dashboards that knew the database of before say so.`,
    );
  } finally {
    await server.stop();
  }
}

async function prepareAsAdministrator(url: string, keysDir: string): Promise<void> {
  const passwords = rolePasswords(keysDir);
  const admin = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const me = await whoConnects(admin, url);
    if (me in passwords) {
      throw new BackupRefusal(
        `DATABASE_URL is of ${me}, which may not write what others wrote. Nothing was changed. Restore with DATABASE_URL of an administrator.`,
      );
    }
    await prepareRoles(admin, passwords);
  } finally {
    await admin.end({ timeout: 2 });
  }
}
