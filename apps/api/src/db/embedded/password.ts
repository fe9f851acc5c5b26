import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';

export interface AdminPassword {
  password: string;
  file: string;
}

/** Reads the administrator's password, or makes it as long as there is no database that needs the old one. */
export function adminPassword(keysDir: string, pgData: string, databaseExists: boolean): AdminPassword {
  const file = join(keysDir, 'admin-password');
  try {
    mkdirSync(keysDir, { recursive: true, mode: 0o700 });
    const known = readSecret(file);
    if (known) return { password: known, file };
    if (databaseExists) throw new EmbeddedRefusal(lostPassword(file, pgData));
    writeSecret(file);
    return { password: readFileSync(file, 'utf8').trim(), file };
  } catch (error) {
    throw refusalFor(error, keysDir);
  }
}

export function lostPassword(file: string, pgData: string): string {
  return (
    `The password for the database in ${pgData} is not in ${file}. The database was not touched and nothing was ` +
    'started. Set KEYS_DIR to the directory it was made with, or put the file back from a copy.'
  );
}

function readSecret(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim() || undefined;
}

/** Flushed before it gets its name: a database whose password was lost in a power cut is lost too. */
function writeSecret(file: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(24).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    if (readSecret(file) === undefined) rmSync(file, { force: true });
    linkSync(draft, file);
  } catch (error) {
    // Someone who shares the directory made it first, and theirs is as good.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
