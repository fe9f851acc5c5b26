import { createHash, randomBytes } from 'node:crypto';
import { KEY_BYTES } from '../cipher.ts';
import { ConfigRefusal } from '../config.ts';
import { damagedKey, readOrCreateSecret, readSecretIfThere } from '../keys.ts';

const FILE = 'process-notes-key';

/** The key that seals the authors' keys. In KEYS_DIR and nowhere else: a copy of the database opens no process note. */
export interface InstallationKey {
  readonly key: Buffer;
  /** Names it: of the hash, so that it says nothing about the key. */
  readonly fingerprint: Buffer;
}

/** @returns null when there is none in `keysDir` @throws ConfigRefusal when the file is damaged or others can read it */
export function readInstallationKey(keysDir: string): InstallationKey | null {
  const text = readSecretIfThere(keysDir, FILE);
  return text === null ? null : keyOf(text);
}

/** Made on first use; of two processes that start at once the first one's counts. */
export function makeInstallationKey(keysDir: string): InstallationKey {
  return keyOf(readOrCreateSecret(keysDir, FILE, () => randomBytes(KEY_BYTES).toString('base64url')));
}

function keyOf(text: string): InstallationKey {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES) throw new ConfigRefusal(damagedKey('KEYS_DIR', FILE));
  return { key, fingerprint: createHash('sha256').update(key).digest().subarray(0, 16) };
}
