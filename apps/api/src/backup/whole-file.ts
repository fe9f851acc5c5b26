import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupRefusal } from './refusal.ts';

/** The last step of a pipeline: takes bytes until there are no more. */
export type Into = (bytes: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Writes a file that has its name only once all of it is on the disk, readable by this user alone. Until then it is
 * `FILE.<random>.tmp`: a process that is killed leaves that, and nothing else.
 * @param file does not exist yet
 * @param check of the finished draft; throwing removes it
 * @returns its size in bytes
 * @throws BackupRefusal when it exists, or where it cannot be written
 */
export async function writeWhole(
  file: string,
  write: (into: Into) => Promise<void>,
  check: (draft: string) => Promise<void> = async () => {},
): Promise<number> {
  refuseUnusable(file);
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      // Not as a stream of the handle's own: that holds the handle, and closing it then waits for ever.
      await write(async (bytes) => {
        for await (const part of bytes) await handle.appendFile(part);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    const { size } = await stat(draft);
    await check(draft);
    await giveName(draft, file);
    await syncFolder(dirname(file));
    return size;
  } catch (error) {
    throw sentenceFor(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function refuseUnusable(file: string): void {
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BackupRefusal(
      `The folder ${folder} does not exist. Nothing was written. Make it or name another.`,
      'no-folder',
    );
  if (existsSync(file)) throw alreadyThere(file);
}

function alreadyThere(file: string): BackupRefusal {
  return new BackupRefusal(
    `${file} exists already and was left as it is. Name a file that does not exist yet.`,
  );
}

/** A link never replaces a file that appeared meanwhile, as a rename would; not every disk knows links. */
async function giveName(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST' || existsSync(file)) throw alreadyThere(file);
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error;
    await rename(draft, file);
  }
}

/** The name itself must survive a power failure too. Windows cannot, and needs not, open a folder for it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  // A network disk may refuse to; the file's own content is safe by then.
  await handle.sync().catch(() => {});
  await handle.close();
}

function sentenceFor(error: unknown, file: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupRefusal(
      `There is no room left for ${file}. No file was written. Free some, then try again.`,
      'no-room',
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BackupRefusal(
      `This user may not write ${file}. No file was written. Name another folder.`,
      'not-allowed',
    );
  return error;
}
