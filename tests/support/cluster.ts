import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesIn, readPidFile } from '@tandem/api/db/embedded/process.ts';
import { type EmbeddedPostgres, startEmbedded } from '@tandem/api/db/embedded.ts';
import postgres, { type Sql } from 'postgres';
import { seedFixtures } from './fixtures.ts';
import { prepareTemplate, TEMPLATE } from './template.ts';

const MIB = 1_048_576;

/** What `mount` would need, in words for a test that is skipped; null when a small disk can be made here. */
export function whyNoSmallDisk(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'tandem-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir], { stdio: 'ignore' });
    execFileSync('umount', [dir], { stdio: 'ignore' });
    return null;
  } catch {
    return 'cannot run here: mounting a small disk needs root';
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A PostgreSQL of a test's own, kept alive by the same supervisor as in production: to kill, freeze and fill. */
export class Cluster {
  readonly admin: Sql;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly dir: string,
    readonly keysDir: string,
    private readonly onOwnDisk: boolean,
  ) {
    this.admin = postgres(server.adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 2 });
  }

  /** @param diskMib size of a disk of its own; on the ordinary one where nothing is said */
  static async start({
    diskMib,
    settings = {},
  }: {
    diskMib?: number;
    settings?: Record<string, string>;
  } = {}) {
    const dir = mkdtempSync(join(tmpdir(), 'tandem-cluster-'));
    chmodSync(dir, 0o711);
    const dataDir = join(dir, 'data');
    mkdirSync(dataDir);
    if (diskMib !== undefined)
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMib}m`, 'tmpfs', dataDir]);
    const keysDir = join(dir, 'keys');
    mkdirSync(keysDir, { mode: 0o700 });
    const server = await startEmbedded({ dataDir, keysDir, settings, say: () => {} });
    const cluster = new Cluster(server, dir, keysDir, diskMib !== undefined);
    await cluster.admin.unsafe(`create database ${TEMPLATE}`);
    await prepareTemplate(server.adminUrl, keysDir, seedFixtures);
    return cluster;
  }

  get adminUrl(): string {
    return this.server.adminUrl;
  }

  get pgData(): string {
    return join(this.dir, 'data', `pg${this.server.major}`);
  }

  /** Ends the server without a word, backends and all, as a crash does; the supervisor starts it again. */
  kill(): void {
    const file = readPidFile(this.pgData);
    if (!file || file === 'damaged') throw new Error('no server is running');
    process.kill(file.pid, 'SIGKILL');
  }

  /** Every process of the server: postmaster, helpers and backends. */
  pids(): number[] {
    return processesIn(this.pgData);
  }

  /** Takes the last byte of its own disk. */
  fill(): void {
    const handle = openSync(this.ballast, 'w');
    try {
      for (let size = MIB; size >= 4_096; ) {
        try {
          writeSync(handle, Buffer.alloc(size));
          fsyncSync(handle);
        } catch {
          size /= 2;
        }
      }
    } finally {
      closeSync(handle);
    }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  async stop(): Promise<void> {
    this.free();
    await this.admin.end({ timeout: 1 });
    try {
      await this.server.stop();
    } finally {
      if (this.onOwnDisk) execFileSync('umount', ['-l', join(this.dir, 'data')]);
      rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  private get ballast(): string {
    return join(this.dir, 'data', 'ballast');
  }
}
