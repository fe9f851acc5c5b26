import { readFile } from 'node:fs/promises';
import { toHex } from '@tandem/domain';
import { type PublishedHead, readHeads } from '@tandem/records';
import type { Database } from '../db/connect.ts';
import type { BrokenLink } from './verify.ts';

/** Heads of a file that was published; none when there is no such file. */
export async function readPublished(file: string): Promise<readonly PublishedHead[]> {
  try {
    return readHeads(await readFile(file, 'utf8')).heads;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Holds what was published against what is stored: a record that somebody wrote anew, hashes and head and all, and one
 * whose end was cut off together with its head, show here alone. Heads of clinics that this database does not hold
 * are of another one.
 */
export async function verifyHeads(
  { app, auth }: Pick<Database, 'app' | 'auth'>,
  published: readonly PublishedHead[],
  streamId?: string,
): Promise<BrokenLink[]> {
  const clinics = await auth<{ id: string }[]>`select id from tandem.clinics`;
  const broken: BrokenLink[] = [];
  for (const { id: clinicId } of clinics) {
    const wanted = published.filter(
      ({ clinic, session }) => clinic === clinicId && (streamId === undefined || session === streamId),
    );
    if (wanted.length === 0) continue;
    const stored = await app.begin('read only', async (tx) => {
      await tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
      const sessions = [...new Set(wanted.map(({ session }) => session))];
      return tx<{ streamId: string; seq: number; hash: Uint8Array }[]>`
        select stream_id "streamId", seq, hash from tandem.entries
        where clinic_id = ${clinicId} and stream_id = any(${sessions}::uuid[]) and kind in ('signed', 'closed')`;
    });
    const hashes = new Map(stored.map(({ streamId: of, seq, hash }) => [`${of} ${seq}`, toHex(hash)]));
    for (const { session, seq, hash } of wanted) {
      const found = hashes.get(`${session} ${seq}`);
      if (found === hash) continue;
      const what =
        found === undefined
          ? 'is missing: its head was published when it was signed'
          : 'is not the one whose head was published: the record was written anew';
      broken.push({ clinicId, streamId: session, seq, what });
    }
  }
  return broken;
}
