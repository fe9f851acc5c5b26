import type { AdoptedFrom, Entry, EntryContext, Role } from '@tandem/domain';
import { toHex } from '@tandem/domain';

/** A row of `entries` with its payload, named as the typed schema names them; every read of the log yields this. */
export interface LogRow {
  readonly clinicId: string;
  readonly streamId: string;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly authorId: string;
  readonly authorName: string;
  readonly authorRole: Role;
  readonly deviceId: string | null;
  readonly knownSeq: number | null;
  readonly composedAt: Date | null;
  /** A bigint column: text from the driver, a number from the typed query. */
  readonly clockOffsetMs: string | number | null;
  readonly offline: boolean | null;
  readonly asOf: Date | null;
  readonly adoptedFrom: AdoptedFrom | null;
  readonly payloadHash: Uint8Array;
  readonly hash: Uint8Array;
  /** Null, with `salt` null, once the payload was erased. */
  readonly data: unknown;
  readonly lateReason: string | null;
}

/** Select list of {@link LogRow} over {@link LOG_SOURCE}, for statements that drizzle does not write. */
export const LOG_COLUMNS = `e.clinic_id "clinicId", e.stream_id "streamId", e.seq, e.id, e.kind, e.version,
  e.happened_at "happenedAt", e.recorded_at "recordedAt", e.author_id "authorId", e.author_name "authorName",
  e.author_role "authorRole", e.device_id "deviceId", e.known_seq "knownSeq", e.composed_at "composedAt",
  e.clock_offset_ms "clockOffsetMs", e.offline, e.as_of "asOf", e.adopted_from "adoptedFrom", e.payload_hash "payloadHash", e.hash, p.data,
  p.late_reason "lateReason"`;
export const LOG_SOURCE =
  'tandem.entries e left join tandem.entry_payloads p on p.clinic_id = e.clinic_id and p.entry_id = e.id';

export function entryOf(row: LogRow): Entry {
  const context = envelopeContextOf(row);
  return {
    id: row.id,
    sessionId: row.streamId,
    seq: row.seq,
    kind: row.kind,
    version: row.version,
    happenedAt: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    author: { id: row.authorId, name: row.authorName, role: row.authorRole },
    data: row.data,
    context: row.lateReason === null ? context : { ...context, lateReason: row.lateReason },
    hash: toHex(row.hash),
  };
}

/** What the link covers of the context: everything but the typed reason, which belongs to the payload. */
export function envelopeContextOf(row: LogRow): Omit<EntryContext, 'lateReason'> | null {
  const context = {
    ...(row.deviceId === null ? {} : { deviceId: row.deviceId }),
    ...(row.knownSeq === null ? {} : { knownSeq: row.knownSeq }),
    ...(row.composedAt === null ? {} : { composedAt: row.composedAt.toISOString() }),
    ...(row.clockOffsetMs === null ? {} : { clockOffsetMs: Number(row.clockOffsetMs) }),
    ...(row.offline === null ? {} : { offline: row.offline }),
    ...(row.asOf === null ? {} : { asOf: row.asOf.toISOString() }),
    ...(row.adoptedFrom === null ? {} : { adoptedFrom: row.adoptedFrom }),
  };
  return Object.keys(context).length === 0 ? null : context;
}
