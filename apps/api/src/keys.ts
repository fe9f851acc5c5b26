import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigRefusal } from './config.ts';

/**
 * A secret of this installation, made on first use. Two processes may start at once: the file is written
 * beside and linked into place, so that the first one wins and both read the same.
 * @throws ConfigRefusal when other people on this computer can read it
 */
export function readOrCreateSecret(keysDir: string, name: string, make: () => string): string {
  const file = join(keysDir, name);
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const known = readSecretIfThere(keysDir, name);
  if (known !== null) return known;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, make(), { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(file);
}

/** @returns null when there is no such file @throws ConfigRefusal when other people on this computer can read it */
export function readSecretIfThere(keysDir: string, name: string): string | null {
  try {
    return readSecret(join(keysDir, name));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

function readSecret(file: string): string {
  const text = readFileSync(file, 'utf8').trim();
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new ConfigRefusal(
      `Other people on this computer can read ${file}. Run chmod 600 on it, then start again.`,
    );
  }
  if (text === '') throw new ConfigRefusal(`${file} is empty. Restore it from your copy of KEYS_DIR.`);
  return text;
}

/** For signing login cookies. */
export function authSecret(keysDir: string): string {
  return readOrCreateSecret(keysDir, 'auth-secret', () => randomBytes(32).toString('base64url'));
}

/** For sealing the secrets of second factors: 32 bytes, apart from the database and from its backups. */
export function secondFactorKey(keysDir: string): Buffer {
  const text = readOrCreateSecret(keysDir, 'second-factor-key', () => randomBytes(32).toString('base64url'));
  return Buffer.from(text, 'base64url');
}
