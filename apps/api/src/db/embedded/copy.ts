import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedRefusal } from './refusal.ts';

export interface PackageSource {
  native: string;
  version: string;
}

/** Headers and static libraries are for building extensions; leaving them out saves a quarter of the files. */
const UNUSED = /\.a$|(^|[\\/])(pgxs|pkgconfig)([\\/]|$)/;

/**
 * Copies native/ below `home` and returns its new place. Whoever comes first wins: the copy is made
 * under a name of its own, checked byte for byte and flushed, then renamed; a second process uses it.
 */
export function copyBinaries(
  source: PackageSource,
  home: string,
  shared: boolean,
  finish: (native: string) => void,
): string {
  if (shared) prepareSharedHome(home);
  else mkdirSync(home, { recursive: true });
  const files = listFiles(source.native);
  const target = join(home, `postgresql-${source.version}-${fingerprint(source.native, files)}`);
  const native = join(target, 'native');
  if (isComplete(source.native, native, files)) return native;
  const draft = `${target}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    for (const file of files) copyOne(join(source.native, file), join(draft, 'native', file));
    openToReaders(draft);
    finish(join(draft, 'native'));
    putInPlace(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  if (!isComplete(source.native, native, files)) {
    throw new EmbeddedRefusal(
      `The copy of PostgreSQL in ${target} is damaged. No data was changed. Remove that directory and start again.`,
    );
  }
  return native;
}

function putInPlace(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Another process finished first; its copy is checked by the caller like ours.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
  }
}

function copyOne(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  const handle = openSync(to, 'r');
  try {
    // Renamed before its bytes are on disk, a file may be empty after a power cut.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (hashOf(from) !== hashOf(to)) throw new EmbeddedRefusal(copyDiffers(to));
}

function copyDiffers(to: string): string {
  return `${to} was not copied faithfully: the disk may be failing. No data was changed. Check the disk and start again.`;
}

function openToReaders(root: string): void {
  chmodSync(root, 0o755);
  for (const item of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const runs = item.isDirectory() || item.parentPath.endsWith('bin');
    chmodSync(join(item.parentPath, item.name), runs ? 0o755 : 0o644);
  }
}

/** Every directory down to `home` must belong to root and to root alone, or others could swap the binaries. */
function prepareSharedHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (ownedByRootOnly(home)) chmodSync(home, 0o755);
  for (let dir = realpathSync(home); dir !== dirname(dir); dir = dirname(dir)) {
    if (ownedByRootOnly(dir)) continue;
    throw new EmbeddedRefusal(
      `${dir} belongs to another user or can be changed by others, so PostgreSQL is not copied there. ` +
        'Nothing was started. Give it to root with mode 0755, or start Tandem as an ordinary user.',
    );
  }
}

/** Cheap enough for every start: owner and rights of each file, nothing read. */
export function isTrustedCopy(native: string): boolean {
  return (
    ownedByRootOnly(native) &&
    readdirSync(native, { recursive: true, withFileTypes: true }).every(
      (item) => item.isSymbolicLink() || ownedByRootOnly(join(item.parentPath, item.name)),
    )
  );
}

function ownedByRootOnly(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return uid === 0 && (mode & 0o022) === 0;
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .filter((file) => !UNUSED.test(file))
    .sort();
}

function fingerprint(root: string, files: string[]): string {
  const lines = files.map((file) => `${file} ${statSync(join(root, file)).size}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}

function isComplete(from: string, to: string, files: string[]): boolean {
  return (
    existsSync(to) &&
    files.every((file) => {
      const copied = statSync(join(to, file), { throwIfNoEntry: false });
      return copied?.size === statSync(join(from, file)).size;
    })
  );
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
