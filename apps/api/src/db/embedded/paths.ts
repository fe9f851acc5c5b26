import { createHash } from 'node:crypto';
import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedRefusal } from './refusal.ts';

/** PostgreSQL refuses uid 0, so root hands it to `nobody`. */
export const NOBODY = { uid: 65534, gid: 65534 } as const;

/** Root-owned on every Debian-like system, and not writable by others, unlike /tmp and /var/tmp. */
export const SYSTEM_DIR = '/var/lib/tandem';

export interface ServerUser {
  uid: number;
  gid: number;
}

/** The account for PostgreSQL when it must differ from ours; undefined means "as we are". */
export function serverUser(uid: number | undefined): ServerUser | undefined {
  return uid === 0 ? NOBODY : undefined;
}

export interface DirsInput {
  env: Record<string, string | undefined>;
  /** Root of the checkout: relative directories start here, whatever the working directory is. */
  checkout: string;
  /** `process.getuid?.()`; undefined on Windows. */
  uid: number | undefined;
  /** Replaced in tests. Returns the first directory on the way that closes it to `user`. */
  closedAt?: (path: string, user: ServerUser) => string | undefined;
}

export interface Dirs {
  dataDir: string;
  keysDir: string;
  /** True when ./data would have been out of reach for `nobody`; print the directory at start. */
  moved: boolean;
}

/** DATA_DIR and KEYS_DIR as the interface states them. Throws EmbeddedRefusal for one that cannot work. */
export function resolveDirs(input: DirsInput): Dirs {
  const { env, checkout, uid, closedAt = firstClosedDir } = input;
  const user = serverUser(uid);
  const explicit = directoryFrom(env, 'DATA_DIR', checkout);
  let dataDir = explicit ?? join(checkout, 'data');
  let moved = false;
  if (user && !explicit && closedAt(checkout, user)) {
    dataDir = join(SYSTEM_DIR, checkoutName(checkout));
    moved = true;
  }
  // With a server of one's own, the directory holds keys only, and `nobody` never goes there.
  const closed = user && explicit && !env.DATABASE_URL ? closedAt(dirname(explicit), user) : undefined;
  if (closed) {
    throw new EmbeddedRefusal(
      `DATA_DIR is ${explicit}, but PostgreSQL never runs as root and the account nobody cannot pass ${closed}. ` +
        `Nothing was started. Leave DATA_DIR unset to use ${join(SYSTEM_DIR, checkoutName(checkout))}, ` +
        'choose a directory that others may pass, or start Tandem as an ordinary user.',
    );
  }
  return { dataDir, keysDir: directoryFrom(env, 'KEYS_DIR', checkout) ?? join(dataDir, 'keys'), moved };
}

function directoryFrom(env: DirsInput['env'], name: string, checkout: string): string | undefined {
  const value = env[name];
  if (value === undefined) return undefined;
  if (value.trim() === '' || value.includes('\0')) {
    throw new EmbeddedRefusal(
      `${name} is set but names no directory. Nothing was started. Give it a path, or unset it for the default.`,
    );
  }
  return resolve(checkout, value);
}

/** Two checkouts with the same last name must not share data, hence the hash of the whole path. */
function checkoutName(checkout: string): string {
  const real = realpathOr(checkout);
  const name = basename(real).replace(/[^A-Za-z0-9._-]/g, '-') || 'checkout';
  return `${name}-${createHash('sha256').update(real).digest('hex').slice(0, 8)}`;
}

/**
 * The first existing directory from / down to `path` that `user` may not pass, or undefined.
 * Mode bits only: an access list may say more, and then PostgreSQL's own message is shown.
 */
export function firstClosedDir(path: string, user: ServerUser): string | undefined {
  const chain: string[] = [];
  for (let dir = realpathOfExisting(path); ; dir = dirname(dir)) {
    chain.unshift(dir);
    if (dir === dirname(dir)) break;
  }
  return chain.find((dir) => !mayPass(statSync(dir), user));
}

function mayPass(stats: Stats, user: ServerUser): boolean {
  if (!stats.isDirectory()) return true;
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0;
  return ((stats.mode >> shift) & 1) === 1;
}

function realpathOfExisting(path: string): string {
  for (let dir = resolve(path); ; dir = dirname(dir)) {
    const real = realpathOr(dir);
    if (statSync(real, { throwIfNoEntry: false })) return real;
    if (dir === dirname(dir)) return dir;
  }
}

function realpathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
