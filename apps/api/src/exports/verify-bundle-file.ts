import { webcrypto } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { type Digest, readHeads, verdictLines, verifyBundle } from '@tandem/records';

const digest: Digest = async (bytes) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes));

/** An exported session is JSON; a backup is compressed and never begins like it. A missing file is neither. */
export async function isBundleFile(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return /^\uFEFF?\s*[{[]/.test(buffer.subarray(0, bytesRead).toString('utf8'));
  } finally {
    await handle.close();
  }
}

/** The same check as the page makes, in the same words. @param headsFile published heads to hold against it */
export async function verifyBundleFile(
  file: string,
  headsFile: string | null,
): Promise<{ readonly lines: readonly string[]; readonly holds: boolean }> {
  const heads = headsFile === null ? [] : readHeads(await readFile(headsFile, 'utf8')).heads;
  const verdict = await verifyBundle(parsed(await readFile(file, 'utf8')), digest, heads);
  return { lines: verdictLines(verdict), holds: verdict.holds };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
