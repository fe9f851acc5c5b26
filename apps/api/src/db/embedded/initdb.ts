import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { ServerUser } from './paths.ts';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';

export const ADMIN_ROLE = 'tandem_admin';

export interface InitInput {
  dataDir: string;
  pgData: string;
  binaries: Binaries;
  user: ServerUser | undefined;
  password: string;
}

/**
 * initdb in a sibling, then one rename: a start that is killed half-way leaves no half database.
 * Call only under the lock, as leftovers of earlier tries are removed.
 */
export async function createCluster(input: InitInput): Promise<void> {
  const { dataDir, pgData, user } = input;
  const prefix = `.${pgData.slice(dataDir.length + 1)}-init-`;
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(prefix)) removeQuietly(join(dataDir, name));
  }
  refuseTooSmall(dataDir);
  const draft = join(dataDir, `${prefix}${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(draft, { mode: 0o700 });
    const passwordFile = join(draft, 'password');
    writeFileSync(passwordFile, `${input.password}\n`, { mode: 0o600 });
    if (user) {
      chownSync(passwordFile, user.uid, user.gid);
      chownSync(draft, user.uid, user.gid);
    }
    await runInitdb(input, join(draft, 'data'), passwordFile);
    renameSync(join(draft, 'data'), pgData);
    flushDir(dirname(pgData));
  } catch (error) {
    throw refusalFor(error, dataDir);
  } finally {
    removeQuietly(draft);
  }
}

/** A new database takes 50 MB. A full disk in the middle of it makes initdb panic, in words that help nobody. */
const ROOM_MB = 100;

function refuseTooSmall(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb >= ROOM_MB) return;
  throw new EmbeddedRefusal(
    `Tandem cannot make a database in ${dataDir}: ${freeMb} MB are free there, and it needs ${ROOM_MB} MB to begin with. Nothing was started. Make room, or set DATA_DIR to another disk.`,
  );
}

/** An initdb whose starter was killed may still be writing here; the next start tries again. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

function runInitdb(input: InitInput, target: string, passwordFile: string): Promise<void> {
  const args = ['-D', target, '-U', ADMIN_ROLE, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  args.push('--encoding=UTF8', '--locale=C', '--data-checksums');
  return new Promise((resolve, reject) => {
    const child = spawn(input.binaries.initdb, args, {
      cwd: '/',
      env: input.binaries.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...input.user,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbRefusal(input.dataDir, output, code));
    });
  });
}

function initdbRefusal(dataDir: string, output: string, code: number | null): unknown {
  if (/No space left on device/.test(output)) {
    return refusalFor(Object.assign(new Error(), { code: 'ENOSPC' }), dataDir);
  }
  const last = output.trim().split('\n').slice(-4).join(' / ');
  return new EmbeddedRefusal(
    `PostgreSQL could not make its data directory in ${dataDir} (exit code ${code}). Nothing was changed. It said: ${last}`,
  );
}

function flushDir(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
