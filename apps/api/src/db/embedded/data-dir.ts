import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Major } from './binaries.ts';
import { firstClosedDir, type ServerUser } from './paths.ts';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';

/** Creates `dataDir` if needed and makes sure that it is ours and that PostgreSQL can pass it. */
export function prepareDataDir(dataDir: string, user: ServerUser | undefined): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: user ? 0o755 : 0o700 });
    refuseOtherOwner(dataDir, user);
    if (existsSync(join(dataDir, 'PG_VERSION'))) {
      throw new EmbeddedRefusal(
        `${dataDir} is itself a PostgreSQL data directory. It was not touched. Set DATA_DIR to a directory for ` +
          'Tandem alone, or run that server yourself and point DATABASE_URL to it.',
      );
    }
    if (!user) return;
    // `mktemp -d` or umask 077 as root: passing through is all that nobody needs, and the content
    // stays closed by its own mode. A directory with other things in it is not ours to open.
    const closed = firstClosedDir(dataDir, user);
    if (closed === dataDir && isOurs(dataDir)) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    const still = firstClosedDir(dataDir, user);
    if (!still) return;
    throw new EmbeddedRefusal(
      `PostgreSQL never runs as root, and the account nobody cannot pass ${still} to reach ${dataDir}. ` +
        'Nothing was started. Set DATA_DIR to a directory that others may pass, or start as an ordinary user.',
    );
  } catch (error) {
    throw refusalFor(error, dataDir);
  }
}

function isOurs(dataDir: string): boolean {
  return readdirSync(dataDir).every((name) => /^(pg\d+|(keys|backups)$|\.pg\d+-init)/.test(name));
}

function refuseOtherOwner(dir: string, user: ServerUser | undefined): void {
  const mine = process.getuid?.();
  const { uid } = statSync(dir);
  if (mine === undefined || uid === mine || uid === user?.uid) return;
  throw new EmbeddedRefusal(
    `${dir} belongs to another user (number ${uid}). It was not touched and nothing was started. ` +
      'Start Tandem as that user, or set DATA_DIR to a directory of your own.',
  );
}

/** True when a complete data directory of this major is there, false when there is none yet. */
export function inspectCluster(
  dataDir: string,
  pgData: string,
  major: Major,
  user: ServerUser | undefined,
): boolean {
  if (!existsSync(pgData)) {
    refuseOtherMajor(dataDir, major);
    return false;
  }
  const owner = statSync(pgData).uid;
  const expected = user?.uid ?? process.getuid?.();
  if (expected !== undefined && owner !== expected) {
    throw new EmbeddedRefusal(
      `The database in ${pgData} belongs to another user (number ${owner}; PostgreSQL would run as ${expected}). ` +
        'It was not touched and nothing was started. Start Tandem as the user who made it, or set DATA_DIR.',
    );
  }
  if (readdirSync(pgData).length === 0) {
    rmdirSync(pgData);
    return false;
  }
  const found = readVersion(pgData);
  if (found === String(major)) return true;
  throw new EmbeddedRefusal(
    found
      ? `The database in ${pgData} was written by PostgreSQL ${found}, and this Tandem brings ${major}. ${MOVE_HINT}`
      : `${pgData} is not a complete database (PG_VERSION is missing). It was not touched and nothing was started. ` +
          'Put it back from a copy, or move it away to begin with an empty database.',
  );
}

const MOVE_HINT =
  'It was not touched and nothing was started. Back it up with the Tandem that wrote it and restore the file here, ' +
  'or set DATA_DIR to another directory.';

/** An empty database beside a full one of another major would look as if everything were lost. */
function refuseOtherMajor(dataDir: string, major: Major): void {
  const other = readdirSync(dataDir).find((name) => /^pg\d+$/.test(name) && readVersion(join(dataDir, name)));
  if (!other) return;
  throw new EmbeddedRefusal(
    `${dataDir} holds a database of PostgreSQL ${other.slice(2)}, and this Tandem brings ${major}. ${MOVE_HINT}`,
  );
}

function readVersion(pgData: string): string | undefined {
  try {
    return readFileSync(join(pgData, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
