import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ServerLog } from './log.ts';
import { lostPassword } from './password.ts';
import type { ServerUser } from './paths.ts';
import { probe } from './probe.ts';
import { endServer, processesIn, readPidFile, waitUntil } from './process.ts';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';
import { clearStalePidFile } from './stale-pid.ts';

/** Small machines first; a clinic that outgrows this runs a server of its own. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // A socket file is one more door, and its directory one more place to guard.
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '64MB',
  // Fifteen for each process of Tandem, so that four have their place beside a backup and who looks after it.
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements and details carry clinical content; the log must not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Crash recovery replays at most a checkpoint's worth of log; minutes mean a very slow disk, not a hang. */
const READY_MS = 180_000;

const WRONG_PASSWORD = 'wrong-password';

export interface ServerPlan {
  pgData: string;
  binaries: Binaries;
  user: ServerUser | undefined;
  settings: Record<string, string>;
  password: string;
  passwordFile: string;
  log: ServerLog;
  say: (line: string) => void;
}

export interface RunningServer {
  pid: number;
  port: number;
}

/** The same list for the same plan, so that a running server can be compared with what we would start. */
export function serverArgs(plan: ServerPlan, port: number): string[] {
  const settings = Object.entries({ ...SETTINGS, ...plan.settings });
  return [
    '-D',
    plan.pgData,
    '-p',
    String(port),
    ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

/** Starts PostgreSQL and returns once it answers with our password. `port` is kept when given. */
export async function launch(plan: ServerPlan, port?: number): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    await clearStalePidFile(plan.pgData);
    const offset = plan.log.size();
    const child = spawnServer(plan, chosen);
    const failure = await untilReady(plan, child, chosen);
    if (!failure) return { pid: child.pid as number, port: chosen };
    if (failure === WRONG_PASSWORD) {
      await endServer(child.pid as number, plan.pgData);
      throw new EmbeddedRefusal(lostPassword(plan.passwordFile, plan.pgData));
    }
    const said = plan.log.since(offset);
    // Someone else took the port in between, or backends of a killed server are still leaving.
    const passing =
      /Address already in use|could not bind|shared memory block|lock file .* already exists/.test(said);
    if (!passing || attempt === 4) throw startRefusal(plan, failure, said);
    await waitUntil(() => processesIn(plan.pgData).length === 0, 5_000);
  }
}

function spawnServer(plan: ServerPlan, port: number): ChildProcess {
  const handle = plan.log.open();
  try {
    // Detached: Ctrl-C reaches the whole foreground group, and the database must be the last to stop.
    const child = spawn(plan.binaries.postgres, serverArgs(plan, port), {
      cwd: '/',
      env: plan.binaries.env,
      detached: true,
      stdio: ['ignore', handle, handle],
      ...plan.user,
    });
    child.unref();
    return child;
  } finally {
    closeSync(handle);
  }
}

/** Undefined when it answers, else why not. */
async function untilReady(plan: ServerPlan, child: ChildProcess, port: number): Promise<string | undefined> {
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  const began = Date.now();
  let told = false;
  while (Date.now() - began < READY_MS) {
    if (ended) return ended;
    const pidFile = readPidFile(plan.pgData);
    if (pidFile && pidFile !== 'damaged' && pidFile.ready && pidFile.pid === child.pid) {
      const answer = await probe(port, plan.password, plan.pgData);
      if (answer.state === 'ours') return undefined;
      if (answer.state === 'wrong-password') return WRONG_PASSWORD;
    }
    if (!told && Date.now() - began > 5_000) {
      told = true;
      plan.say('PostgreSQL is recovering its last changes; this can take a minute…');
    }
    await sleep(15);
  }
  child.kill('SIGQUIT');
  return `it did not answer within ${READY_MS / 1000} seconds`;
}

function startRefusal(plan: ServerPlan, failure: string, said: string): unknown {
  if (/No space left on device|disk is full/i.test(said)) {
    return refusalFor(Object.assign(new Error(), { code: 'ENOSPC' }), plan.pgData);
  }
  const last = said.trim().split('\n').slice(-5).join(' / ');
  return new EmbeddedRefusal(
    `PostgreSQL did not start on ${plan.pgData}: ${failure}. Confirmed data is untouched. ` +
      `Its last words, also in ${plan.log.file}: ${last || '(none)'}`,
  );
}

/** Free now; someone may still take it before PostgreSQL does, and then `launch` tries another. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
