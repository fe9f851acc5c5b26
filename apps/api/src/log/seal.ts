import { createHash, randomBytes } from 'node:crypto';
import {
  type Author,
  type DraftEntry,
  type Entry,
  GENESIS_HASH,
  linkHash,
  payloadHash,
  type Sha256,
  toHex,
} from '@tandem/domain';

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const SALT_BYTES = 16;
let drawn = randomBytes(0);

/** 16 random bytes, drawn from the system 256 at a time: a call per entry is a tenth of a busy writer's time. */
function nextSalt(): Uint8Array {
  if (drawn.length < SALT_BYTES) drawn = randomBytes(SALT_BYTES * 256);
  const salt = drawn.subarray(0, SALT_BYTES);
  drawn = drawn.subarray(SALT_BYTES);
  return salt;
}

/** The end of a stream: what the next entry follows. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly recordedMs: number;
}
export const emptyHead: Head = { seq: 0, hash: GENESIS_HASH, recordedMs: 0 };

/** One row for the bulk insert into both tables of an entry; bytes as PostgreSQL reads them in JSON. */
export interface SealedRow {
  readonly entry: Entry;
  readonly head: Head;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A `bytea` as PostgreSQL reads it out of JSON. */
export const bytesInJson = (bytes: Uint8Array): string => `\\x${toHex(bytes)}`;

/**
 * Gives a draft its place: seq, recordedAt (never before the entry it follows, cut to milliseconds before
 * hashing) and hash.
 */
export function seal(
  clinicId: string,
  streamId: string,
  draft: DraftEntry,
  author: Author,
  before: Head,
  nowMs: number,
): SealedRow {
  const { lateReason, ...context } = draft.context ?? {};
  const envelopeContext = Object.values(context).every((value) => value === undefined) ? null : context;
  const recordedMs = Math.max(Math.floor(nowMs), before.recordedMs);
  const seq = before.seq + 1;
  const salt = nextSalt();
  const recordedAt = new Date(recordedMs).toISOString();
  const { id, kind, version, happenedAt, data } = draft;
  const hashOfPayload = payloadHash(sha256, salt, data, lateReason ?? null);
  const hash = linkHash(
    sha256,
    before.hash,
    { clinicId, streamId, seq, id, kind, version, happenedAt, recordedAt, author, context: envelopeContext },
    hashOfPayload,
  );
  return {
    entry: {
      id,
      sessionId: streamId,
      seq,
      kind,
      version,
      happenedAt,
      recordedAt,
      author,
      data,
      context: draft.context,
      hash: toHex(hash),
    },
    head: { seq, hash, recordedMs },
    row: {
      clinic_id: clinicId,
      stream_id: streamId,
      seq,
      id,
      kind,
      version,
      happened_at: happenedAt,
      recorded_at: recordedAt,
      author_id: author.id,
      author_name: author.name,
      author_role: author.role,
      device_id: context.deviceId,
      known_seq: context.knownSeq,
      composed_at: context.composedAt,
      clock_offset_ms: context.clockOffsetMs,
      offline: context.offline,
      as_of: context.asOf,
      adopted_from: context.adoptedFrom,
      payload_hash: bytesInJson(hashOfPayload),
      hash: bytesInJson(hash),
      entry_id: id,
      salt: bytesInJson(salt),
      data,
      late_reason: lateReason,
    },
  };
}
