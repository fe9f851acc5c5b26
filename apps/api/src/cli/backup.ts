import { resolve } from 'node:path';
import { writeBackup } from '../backup/write.ts';
import { openServer } from '../boot.ts';
import { ConfigRefusal, readConfig } from '../config.ts';
import { checkKeys } from '../db/prepare.ts';
import { rolePasswords, roleUrls } from '../db/roles.ts';

/**
 * `npm run backup -- FILE`: everything of the database into one file, while the clinic works. Nothing is migrated:
 * before an update it is the database of before the update that is wanted.
 * @throws BackupRefusal with one sentence; no file stands under the name then
 */
export async function main(args: readonly string[]): Promise<void> {
  const [name, ...more] = args;
  if (name === undefined || name.startsWith('-') || more.length > 0)
    throw new ConfigRefusal('Name one file that does not exist yet: npm run backup -- tandem.backup.gz');
  const say = (line: string) => console.error(line);
  // Until the last line: a process that ends before it must not look as if all were well.
  process.exitCode = 1;
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  const server = await openServer(readConfig(process.env), say, true);
  try {
    await checkKeys(server.url, server.dirs.keysDir);
    const { app, backup } = roleUrls(server.url, rolePasswords(server.dirs.keysDir));
    say(`Backing up to ${file}…`);
    const { rows, bytes, madeAt } = await writeBackup({ appUrl: app, backupUrl: backup }, file, say);
    say(`${rows.toLocaleString('en')} rows as of ${madeAt}, ${(bytes / 1e6).toFixed(1)} MB.`);
    console.log(
      `Backed up to ${file}. Keys are not in it: keep a copy of ${server.dirs.keysDir} apart from it. It holds the whole record unencrypted: keep it where the record may be.`,
    );
    process.exitCode = 0;
  } finally {
    await server.stop();
  }
}
