import { GENESIS_HASH, linkHash, payloadHash } from '@tandem/domain';
import type { Sql } from 'postgres';
import { envelopeContextOf, LOG_COLUMNS, LOG_SOURCE, type LogRow } from './rows.ts';
import { sha256 } from './seal.ts';

/** The first thing that does not hold in one stream. */
export interface BrokenLink {
  readonly clinicId: string;
  readonly streamId: string;
  readonly seq: number;
  readonly what: string;
}
export interface Verified {
  readonly streams: number;
  readonly entries: number;
  readonly broken: readonly BrokenLink[];
}

type Row = LogRow & { readonly salt: Uint8Array | null };
interface Head {
  readonly clinicId: string;
  readonly streamId: string;
  readonly lastSeq: number;
  readonly lastHash: Uint8Array;
}

/**
 * Recomputes every link of one clinic's streams and holds the last one against the head. Finds a changed byte,
 * a deleted or missing row and a swapped pair, by first bad seq; a cut tail where the head still stands.
 * @param sql tandem_backup or tandem_app, inside a transaction with the clinic set
 */
export async function verifyClinic(sql: Sql, clinicId: string, streamId?: string): Promise<Verified> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
    const only = streamId === undefined ? tx`` : tx`and stream_id = ${streamId}`;
    const heads = await tx<Head[]>`
      select clinic_id "clinicId", stream_id "streamId", last_seq "lastSeq", last_hash "lastHash"
      from tandem.stream_heads where clinic_id = ${clinicId} ${only} order by stream_id`;
    const broken: BrokenLink[] = [];
    let entries = 0;
    for (const head of heads) {
      const rows = await tx<Row[]>`
        select ${tx.unsafe(LOG_COLUMNS)}, p.salt from ${tx.unsafe(LOG_SOURCE)}
        where e.clinic_id = ${clinicId} and e.stream_id = ${head.streamId} order by e.seq`;
      entries += rows.length;
      const found = firstBroken(head, rows);
      if (found !== null) broken.push({ clinicId, streamId: head.streamId, ...found });
    }
    return { streams: heads.length, entries, broken };
  });
}

/** @param rows of one stream in the order of seq */
export function firstBroken(head: Head, rows: readonly Row[]): { seq: number; what: string } | null {
  let previous: Uint8Array = GENESIS_HASH;
  for (const [at, row] of rows.entries()) {
    if (row.seq !== at + 1) return { seq: at + 1, what: 'is missing' };
    // An erased payload leaves its hash; whether it may be erased is for the redaction entry to say.
    if (
      row.salt !== null &&
      !same(payloadHash(sha256, row.salt, row.data, row.lateReason), row.payloadHash)
    ) {
      return { seq: row.seq, what: 'has other content than was sealed' };
    }
    if (!same(linkHash(sha256, previous, envelopeOf(row), row.payloadHash), row.hash)) {
      return { seq: row.seq, what: 'does not follow the entry before it' };
    }
    previous = row.hash;
  }
  if (rows.length !== head.lastSeq) return { seq: rows.length + 1, what: 'is missing at the end' };
  return same(previous, head.lastHash) ? null : { seq: head.lastSeq, what: 'does not match the head' };
}

function envelopeOf(row: LogRow) {
  return {
    clinicId: row.clinicId,
    streamId: row.streamId,
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    version: row.version,
    happenedAt: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    author: { id: row.authorId, name: row.authorName, role: row.authorRole },
    context: envelopeContextOf(row),
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
