import { type Entry, toHex } from '@tandem/domain';
import type { ChainHead, Seal } from '@tandem/records';
import { and, asc, eq, getTableColumns, lte } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { entries, entryPayloads, streamHeads } from '../db/schema.ts';
import { entryOf } from './rows.ts';

/** A session's whole log with what its hashes were made from, as far as its head; null when there is no such session. */
export async function readSealed(
  scope: ClinicScope,
  sessionId: string,
): Promise<{ readonly entries: Entry[]; readonly seals: Seal[]; readonly head: ChainHead } | null> {
  const [head] = await scope.tx
    .select({ lastSeq: streamHeads.lastSeq, lastHash: streamHeads.lastHash })
    .from(streamHeads)
    .where(and(eq(streamHeads.clinicId, scope.clinicId), eq(streamHeads.streamId, sessionId)));
  if (head === undefined) return null;
  const payload = {
    data: entryPayloads.data,
    lateReason: entryPayloads.lateReason,
    salt: entryPayloads.salt,
  };
  const rows = await scope.tx
    .select({ ...getTableColumns(entries), ...payload })
    .from(entries)
    .leftJoin(
      entryPayloads,
      and(eq(entryPayloads.clinicId, entries.clinicId), eq(entryPayloads.entryId, entries.id)),
    )
    .where(and(scope.own(entries.clinicId), eq(entries.streamId, sessionId), lte(entries.seq, head.lastSeq)))
    .orderBy(asc(entries.seq));
  return {
    entries: rows.map(entryOf),
    seals: rows.map(({ seq, payloadHash, salt }) => ({
      seq,
      payloadHash: toHex(payloadHash),
      salt: salt === null ? null : toHex(salt),
    })),
    head: { seq: head.lastSeq, hash: toHex(head.lastHash) },
  };
}
