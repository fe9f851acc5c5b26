import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LINUX = process.platform === 'linux';

/**
 * When a process was born, as an opaque string; undefined when there is no such living process.
 * A pid alone is no proof: after a reboot or a few hours the same number belongs to someone else.
 */
export function birthOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!LINUX) return birthByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name is in brackets and may itself contain spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${started}`;
  } catch {
    return undefined;
  }
}

function birthByPs(pid: number): string | undefined {
  if (process.platform === 'win32') return isSignalable(pid) ? 'alive' : undefined;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Also true for a dead process that nobody has buried yet. */
export function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two containers on one volume see different processes behind one pid; this tells them apart. */
export function processSpace(): string {
  try {
    return LINUX ? readlinkSync('/proc/self/ns/pid') : 'host';
  } catch {
    return 'unknown';
  }
}

/** Whether `pid` is the PostgreSQL that was started with `-D pgData`. */
export function isServerOf(pid: number, pgData: string): boolean {
  if (!birthOf(pid)) return false;
  try {
    const args = LINUX
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).split(' ');
    return /postgres(\.exe)?$/.test(args[0] ?? '') && args.includes(pgData);
  } catch {
    // Windows has no ps. Its PostgreSQL itself refuses a data directory in use.
    return process.platform === 'win32';
  }
}

/**
 * Living processes that work inside `pgData`: the server and its backends all have it as their
 * working directory. Backends outlive a killed server for a moment, and a second server beside
 * them would destroy data. Linux only; elsewhere PostgreSQL's shared memory check stands alone.
 */
export function processesIn(pgData: string): number[] {
  if (!LINUX) return [];
  const real = realpathSync(pgData);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingDirOf(pid) === real && birthOf(pid) !== undefined);
}

function workingDirOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

export interface PidFile {
  pid: number;
  port: number | undefined;
  ready: boolean;
}

/** What postmaster.pid says; 'damaged' after a power cut emptied it, undefined when there is none. */
export function readPidFile(pgData: string): PidFile | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(join(pgData, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return 'damaged';
  return { pid, port: Number(lines[3]) || undefined, ready: lines[7] === 'ready' };
}

/** True once `gone()` holds, false after `ms`. */
export async function waitUntil(gone: () => boolean, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!gone()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Fast shutdown, then harder, so that a frozen server cannot hold a stop for ever. Never loses a commit. */
export async function endServer(pid: number, pgData: string, patienceMs = 20_000): Promise<void> {
  const alive = () => isServerOf(pid, pgData);
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', patienceMs],
    ['SIGQUIT', Math.min(patienceMs, 5_000)],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of steps) {
    if (!alive()) break;
    signalTo(pid, signal);
    if (await waitUntil(() => !alive(), patience)) break;
  }
  await waitUntil(() => processesIn(pgData).length === 0, 10_000);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal, which is what was wanted.
  }
}
