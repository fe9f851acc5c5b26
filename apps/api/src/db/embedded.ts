import { realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Major, prepareBinaries } from './embedded/binaries.ts';
import { inspectCluster, prepareDataDir } from './embedded/data-dir.ts';
import { createCluster } from './embedded/initdb.ts';
import { acquireLock, type Lock, livingHolder } from './embedded/lock.ts';
import { ServerLog } from './embedded/log.ts';
import { adminPassword } from './embedded/password.ts';
import { serverUser } from './embedded/paths.ts';
import { adminUrl, probe } from './embedded/probe.ts';
import { endServer, readPidFile } from './embedded/process.ts';
import { refusalFor } from './embedded/refusal.ts';
import { launch, type ServerPlan } from './embedded/server.ts';
import { superviseServer } from './embedded/supervisor.ts';
import { takeOver } from './embedded/takeover.ts';

export { type Dirs, type DirsInput, resolveDirs } from './embedded/paths.ts';
export { EmbeddedRefusal } from './embedded/refusal.ts';

export interface EmbeddedPostgres {
  /** Of a superuser: for making roles and migrating only. Row-level security does nothing for it. */
  adminUrl: string;
  port: number;
  /** True when a server left by a killed process was taken over instead of started. */
  adopted: boolean;
  major: number;
  /** Fast shutdown; returns when the server is gone. Call it last, after every connection is closed. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  keysDir: string;
  major?: Major;
  settings?: Record<string, string>;
  say: (line: string) => void;
}

/** Starts (or takes over) PostgreSQL on `dataDir`. Throws EmbeddedRefusal with a sentence for the person. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { say, major = 18 } = options;
  const user = serverUser(process.getuid?.());
  prepareDataDir(options.dataDir, user);
  const dataDir = realpathSync(options.dataDir);
  const pgData = join(dataDir, `pg${major}`);
  const lock = await acquireLock(`${pgData}.lock`, dataDir);
  try {
    const exists = inspectCluster(dataDir, pgData, major, user);
    const { password, file: passwordFile } = adminPassword(options.keysDir, pgData, exists);
    const binaries = prepareBinaries(major, user, dataDir, say);
    if (!exists) {
      say('Creating the database…');
      await createCluster({ dataDir, pgData, binaries, user, password });
    }
    const log = new ServerLog(`${pgData}.log`);
    const settings = options.settings ?? {};
    return await runOn({ pgData, binaries, user, settings, password, passwordFile, log, say }, major, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function runOn(plan: ServerPlan, major: Major, lock: Lock): Promise<EmbeddedPostgres> {
  const left = await takeOver(plan);
  const server = left ?? (await launch(plan));
  const portFile = `${plan.pgData}.port`;
  try {
    writeFileSync(portFile, `${server.port}\n`, { mode: 0o600 });
  } catch (error) {
    await endServer(server.pid, plan.pgData);
    throw refusalFor(error, portFile);
  }
  plan.log.keepBounded();
  const supervisor = superviseServer(plan, server);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    plan.log.stop();
    await endServer(await supervisor.release(), plan.pgData);
    rmSync(portFile, { force: true });
    lock.release();
  };
  return {
    adminUrl: adminUrl(server.port, plan.password),
    port: server.port,
    adopted: left !== undefined,
    major,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/**
 * The server of a Tandem that is running now, for commands beside it; undefined when none runs.
 * Its `stop()` does nothing: the server belongs to the other process.
 */
export async function attachEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres | undefined> {
  const major = options.major ?? 18;
  const pgData = join(options.dataDir, `pg${major}`);
  if (!(await livingHolder(`${pgData}.lock`))) return undefined;
  const pidFile = readPidFile(pgData);
  if (!pidFile || pidFile === 'damaged' || !pidFile.port) return undefined;
  const { password } = adminPassword(options.keysDir, pgData, true);
  const { state } = await probe(pidFile.port, password, realpathSync(pgData));
  if (state !== 'ours') return undefined;
  return {
    adminUrl: adminUrl(pidFile.port, password),
    port: pidFile.port,
    adopted: false,
    major,
    stop: async () => {},
  };
}
