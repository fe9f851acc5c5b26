import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES } from './cipher.ts';
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

export const AUTH_SECRET = 'auth-secret';
export const SECOND_FACTOR_KEY = 'second-factor-key';

/** For signing login cookies. @throws ConfigRefusal when the file is damaged */
export function authSecret(keysDir: string): string {
  randomKey(keysDir, AUTH_SECRET);
  return readSecret(join(keysDir, AUTH_SECRET));
}

/**
 * For sealing the secrets of second factors: 32 bytes, apart from the database and from its backups.
 * @throws ConfigRefusal when the file is damaged
 */
export function secondFactorKey(keysDir: string): Buffer {
  return randomKey(keysDir, SECOND_FACTOR_KEY);
}

function randomKey(keysDir: string, name: string): Buffer {
  const text = readOrCreateSecret(keysDir, name, () => randomBytes(KEY_BYTES).toString('base64url'));
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES) throw new ConfigRefusal(damagedKey(keysDir, name));
  return key;
}

/** A key that was cut or written over is never made anew by itself: what it opened would be lost in silence. */
export function damagedKey(keysDir: string, name: string): string {
  return `${join(keysDir, name)} is damaged. Nothing was changed. Restore it from your copy of KEYS_DIR.`;
}
