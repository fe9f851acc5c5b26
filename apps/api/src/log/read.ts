import type { Entry } from '@tandem/domain';
import { and, asc, eq, getTableColumns, gt, lte } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { entries, entryPayloads, streamHeads } from '../db/schema.ts';
import { entryOf } from './rows.ts';

/** Entries of one session after `after`, in seq order, at most `limit`; and its head. Null when there is no such session. */
export async function readEntries(
  scope: ClinicScope,
  sessionId: string,
  range: { after: number; limit: number; throughSeq?: number },
): Promise<{ entries: Entry[]; lastSeq: number } | null> {
  const [head] = await scope.tx
    .select({ lastSeq: streamHeads.lastSeq })
    .from(streamHeads)
    .where(and(eq(streamHeads.clinicId, scope.clinicId), eq(streamHeads.streamId, sessionId)));
  if (head === undefined) return null;
  const rows = await scope.tx
    .select({ ...getTableColumns(entries), data: entryPayloads.data, lateReason: entryPayloads.lateReason })
    .from(entries)
    .leftJoin(
      entryPayloads,
      and(eq(entryPayloads.clinicId, entries.clinicId), eq(entryPayloads.entryId, entries.id)),
    )
    .where(
      and(
        scope.own(entries.clinicId),
        eq(entries.streamId, sessionId),
        gt(entries.seq, range.after),
        range.throughSeq === undefined ? undefined : lte(entries.seq, range.throughSeq),
      ),
    )
    .orderBy(asc(entries.seq))
    .limit(range.limit);
  return { entries: rows.map(entryOf), lastSeq: head.lastSeq };
}
