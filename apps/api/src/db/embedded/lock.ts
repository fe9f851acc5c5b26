import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf, processSpace } from './process.ts';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';

export interface LockHolder {
  pid: number;
  born: string;
  space: string;
}

export interface Lock {
  release(): void;
}

/** A holder in another container cannot be asked by pid, so it proves itself by touching the file. */
const HEARTBEAT_MS = 2_000;
const SILENT_MS = 7_000;
const GUARD_MS = 10_000;

/** A restart may begin while the Tandem before it is still closing. */
const PATIENCE_MS = 3_000;

/** One Tandem per data directory. Throws EmbeddedRefusal with the holder's pid when it stays taken. */
export async function acquireLock(file: string, dataDir: string, patienceMs = PATIENCE_MS): Promise<Lock> {
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) ?? '', space: processSpace() });
  const deadline = Date.now() + patienceMs;
  for (let taken = 0; taken < 8; ) {
    if (tryTake(file, mine)) return hold(file, mine);
    const seen = readText(file);
    const holder = await livingHolder(file, seen);
    if (!holder) {
      dropStale(file, seen);
      await sleep(20 * taken++);
    } else if (Date.now() < deadline) {
      await sleep(100);
    } else {
      throw new EmbeddedRefusal(
        `Another Tandem (process ${holder.pid}) is already using ${dataDir}. Its data is untouched and nothing ` +
          'was started. Use that one, or stop it first, or set DATA_DIR to another directory.',
      );
    }
  }
  throw new EmbeddedRefusal(
    `Several Tandems are starting on ${dataDir} at once. Nothing was changed. Start one of them again.`,
  );
}

/** Who holds the lock now, or undefined when nobody alive does. */
export async function livingHolder(file: string, text = readText(file)): Promise<LockHolder | undefined> {
  const holder = text === undefined ? undefined : parse(text);
  if (!holder) return undefined;
  if (holder.space === processSpace()) return birthOf(holder.pid) === holder.born ? holder : undefined;
  const before = touchedAt(file);
  const deadline = Date.now() + SILENT_MS;
  while (Date.now() < deadline) {
    if (touchedAt(file) !== before) return holder;
    await sleep(200);
  }
  return undefined;
}

/** link() makes name and content appear together: no other process ever reads half a lock. */
function tryTake(file: string, mine: string): boolean {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, mine, { mode: 0o644, flag: 'wx' });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw refusalFor(error, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * One at a time, and only the very lock that was judged: without the guard, two that find the same
 * stale lock remove each other's new one.
 */
function dropStale(file: string, judged: string | undefined): void {
  const guard = `${file}.taking`;
  try {
    writeFileSync(guard, String(process.pid), { flag: 'wx' });
  } catch {
    // Held for microseconds, unless its holder was killed in them.
    if (Date.now() - touchedAt(guard) > GUARD_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    if (readText(file) === judged) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function hold(file: string, mine: string): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // A full or vanished disk shows in the database itself; the lock has nothing to add.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (readText(file) === mine) rmSync(file, { force: true });
    },
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockHolder>;
    if (typeof value.pid === 'number' && typeof value.born === 'string') {
      return { pid: value.pid, born: value.born, space: value.space ?? '' };
    }
  } catch {
    // Cut short by a power failure: the holder is gone as well.
  }
  return undefined;
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
