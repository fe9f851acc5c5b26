import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Dirs, resolveDirs, startEmbedded } from '@tandem/api/db/embedded.ts';
import postgres from 'postgres';
import { STATE_DIR } from '../../../scripts/lib/paths.mjs';

const PREFIX = 'bench-';

export interface BenchPostgres {
  readonly keysDir: string;
  readonly major: number;
  /** Files of this run; gone with it. */
  readonly workDir: string;
  /** A new, empty database on the one server; the address is an administrator's. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** One real PostgreSQL for one run, with fsync and synchronous_commit on as in production. */
export async function startPostgres(): Promise<BenchPostgres> {
  await removeLeftovers();
  const workDir = join(STATE_DIR, `${PREFIX}${process.pid}`);
  mkdirSync(workDir, { recursive: true });
  const dirs = dirsOf(workDir);
  const server = await startEmbedded({ ...dirs, say: () => {} });
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  return {
    keysDir: dirs.keysDir,
    major: server.major,
    workDir,
    async createDatabase(name) {
      await admin.unsafe(`create database ${name}`);
      const url = new URL(server.adminUrl);
      url.pathname = `/${name}`;
      return url.toString();
    },
    async stop() {
      await admin.end({ timeout: 2 });
      await server.stop();
      removeDirs(workDir, dirs);
    },
  };
}

/** As production finds its own: beside the checkout where PostgreSQL cannot pass the checkout (root under /root). */
function dirsOf(workDir: string): Dirs {
  return resolveDirs({ env: {}, checkout: workDir, uid: process.getuid?.() });
}

function removeDirs(workDir: string, dirs: Dirs): void {
  for (const dir of [dirs.dataDir, workDir]) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}

/** A run that was killed outright leaves its server behind: taken over, stopped and removed. */
async function removeLeftovers(): Promise<void> {
  mkdirSync(STATE_DIR, { recursive: true });
  for (const name of readdirSync(STATE_DIR)) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const workDir = join(STATE_DIR, name);
    const dirs = dirsOf(workDir);
    try {
      const server = await startEmbedded({ ...dirs, say: () => {} });
      await server.stop();
    } catch {
      // Never got as far as a whole database.
    }
    removeDirs(workDir, dirs);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
