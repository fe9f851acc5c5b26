import {
  decide,
  type Entry,
  evolve,
  fold,
  idsOf,
  initialState,
  isRefusal,
  type KnownEntry,
  type Refusal,
  type SessionState,
} from '@tandem/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Appended, AppendRequest, CommittedStream } from './append.ts';
import { projectSessions } from './project.ts';
import { entryOf, LOG_COLUMNS, LOG_SOURCE, type LogRow } from './rows.ts';
import { emptyHead, type Head, type SealedRow, seal } from './seal.ts';
import type { StateCache } from './state-cache.ts';

export interface FlushOutcome {
  /** One per request, in order. */
  readonly answers: readonly (Appended | Refusal)[];
  readonly committed: readonly CommittedStream[];
}

interface Stream {
  readonly clinicId: string;
  readonly streamId: string;
  head: Head;
  isNew: boolean;
  state: SessionState;
  readonly sealed: SealedRow[];
}

const keyOf = (clinicId: string, streamId: string) => `${clinicId}:${streamId}`;

/**
 * One transaction for many requests: lock the streams in id order, read what is known, decide each request in
 * memory (a refused one leaves before any INSERT), write per clinic, commit once.
 * @throws when the transaction failed; nothing of it is then in the log, or its outcome is unknown and the
 *   caller's ids make the retry safe
 */
export async function flush(sql: Sql, cache: StateCache, requests: readonly AppendRequest[]): Promise<FlushOutcome> {
  const streams = new Map<string, Stream>();
  try {
    const answers = await sql.begin(async (tx) => {
      const nowMs = await lock(tx, cache, requests, streams);
      const known = await readKnown(tx, requests);
      await catchUp(tx, streams);
      const decided = requests.map((request) => answer(request, streams, known, nowMs));
      await write(tx, streams);
      return decided;
    });
    return { answers, committed: remember(cache, streams) };
  } catch (error) {
    for (const key of streams.keys()) cache.drop(key);
    throw error;
  }
}

/** Locks the heads in id order, so that two processes never wait for each other, and reads the clock under the lock. */
async function lock(
  tx: TransactionSql,
  cache: StateCache,
  requests: readonly AppendRequest[],
  streams: Map<string, Stream>,
): Promise<number> {
  for (const { clinicId, streamId } of requests) {
    const key = keyOf(clinicId, streamId);
    const state = cache.get(key) ?? initialState(streamId);
    if (!streams.has(key)) streams.set(key, { clinicId, streamId, head: emptyHead, isNew: true, state, sealed: [] });
  }
  const all = [...streams.values()];
  const heads = tx<{ clinic_id: string; stream_id: string; last_seq: number; last_hash: Uint8Array; last_recorded_at: Date }[]>`
    select h.clinic_id, h.stream_id, h.last_seq, h.last_hash, h.last_recorded_at
    from tandem.stream_heads h
    where h.stream_id = any(${all.map((stream) => stream.streamId)}::uuid[])
      and h.clinic_id = any(${[...new Set(all.map((stream) => stream.clinicId))]}::uuid[])
    order by h.stream_id, h.clinic_id for no key update`;
  const clock = tx<{ now: Date }[]>`select clock_timestamp() as now`;
  for (const row of await heads) {
    const stream = streams.get(keyOf(row.clinic_id, row.stream_id));
    if (stream === undefined) continue;
    stream.isNew = false;
    stream.head = { seq: row.last_seq, hash: row.last_hash, recordedMs: row.last_recorded_at.getTime() };
  }
  return ((await clock)[0]?.now as Date).getTime();
}

/** Entries by clinic and id: read under the lock, and then those this flush writes (two retries in one batch). */
type Known = Map<string, Entry>;

/** Entries whose ids the requests use, per clinic. Read after the lock: a retry must see what was committed before it. */
async function readKnown(tx: TransactionSql, requests: readonly AppendRequest[]): Promise<Known> {
  const known: Known = new Map();
  for (const [clinicId, ofClinic] of groupBy(requests, (request) => request.clinicId)) {
    const ids = ofClinic.flatMap((request) => idsOf(request.command));
    const set = enterClinic(tx, clinicId);
    const rows = tx<LogRow[]>`
      select ${tx.unsafe(LOG_COLUMNS)} from ${tx.unsafe(LOG_SOURCE)}
      where e.clinic_id = ${clinicId} and e.id = any(${ids}::uuid[])`;
    await set;
    for (const row of await rows) known.set(keyOf(clinicId, row.id), entryOf(row));
  }
  return known;
}

/** Folds what other processes appended since this one last held the stream. */
async function catchUp(tx: TransactionSql, streams: ReadonlyMap<string, Stream>): Promise<void> {
  for (const stream of streams.values()) {
    if (stream.state.lastSeq === stream.head.seq) continue;
    // A cached state ahead of the head belongs to a transaction that never happened, or to another epoch.
    if (stream.state.lastSeq > stream.head.seq) stream.state = initialState(stream.streamId);
    await enterClinic(tx, stream.clinicId);
    const rows = await tx<LogRow[]>`
      select ${tx.unsafe(LOG_COLUMNS)} from ${tx.unsafe(LOG_SOURCE)}
      where e.clinic_id = ${stream.clinicId} and e.stream_id = ${stream.streamId} and e.seq > ${stream.state.lastSeq}
      order by e.seq`;
    stream.state = fold(stream.streamId, rows.map(entryOf), stream.state);
  }
}

function answer(
  request: AppendRequest,
  streams: ReadonlyMap<string, Stream>,
  known: Known,
  dbNowMs: number,
): Appended | Refusal {
  const stream = streams.get(keyOf(request.clinicId, request.streamId)) as Stream;
  const knownHere = new Map<string, Entry>();
  for (const id of idsOf(request.command)) {
    const found = known.get(keyOf(request.clinicId, id));
    if (found !== undefined) knownHere.set(id, found);
  }
  if (stream.state.lastSeq === 0 && request.command.type !== 'plan') return { refused: 'not-found' };
  const nowMs = request.clockMs?.() ?? dbNowMs;
  const decided = decide(request.command, stream.state, {
    sessionId: request.streamId,
    actor: request.actor,
    nowMs,
    known: new Map([...knownHere].map(([id, entry]) => [id, knownOf(entry)])),
  });
  if (isRefusal(decided)) return decided;
  const entries = decided.map((item) =>
    'knownId' in item ? (knownHere.get(item.knownId) as Entry) : place(stream, item.draft, request, nowMs),
  );
  for (const entry of entries) known.set(keyOf(request.clinicId, entry.id), entry);
  return { entries, appended: decided.filter((item) => 'draft' in item).length, state: stream.state };
}

function place(stream: Stream, draft: Parameters<typeof seal>[2], request: AppendRequest, nowMs: number): Entry {
  const sealed = seal(stream.clinicId, stream.streamId, draft, request.actor, stream.head, nowMs);
  stream.sealed.push(sealed);
  stream.head = sealed.head;
  stream.state = evolve(stream.state, sealed.entry);
  return sealed.entry;
}

function knownOf(entry: Entry): KnownEntry {
  const { id, sessionId, kind, happenedAt, data } = entry;
  return { id, sessionId, kind, authorId: entry.author.id, happenedAt, data };
}

/** Per clinic, with the clinic set again before its statements; the statements are sent without waiting for each. */
async function write(tx: TransactionSql, streams: ReadonlyMap<string, Stream>): Promise<void> {
  const changed = [...streams.values()].filter((stream) => stream.sealed.length > 0);
  for (const [clinicId, ofClinic] of groupBy(changed, (stream) => stream.clinicId)) {
    const rows = ofClinic.flatMap((stream) => stream.sealed.map((sealed) => sealed.row));
    const heads = ofClinic.map((stream) => headRow(stream));
    await Promise.all([
      enterClinic(tx, clinicId),
      ...writeHeads(tx, clinicId, heads),
      writeEntries(tx, clinicId, rows),
      ...projectSessions(tx, clinicId, ofClinic),
    ]);
  }
}

const headRow = (stream: Stream) => ({
  stream_id: stream.streamId,
  is_new: stream.isNew,
  last_seq: stream.head.seq,
  last_hash: Buffer.from(stream.head.hash).toString('hex'),
  last_recorded_at: new Date(stream.head.recordedMs).toISOString(),
});

function writeHeads(tx: TransactionSql, clinicId: string, heads: readonly ReturnType<typeof headRow>[]) {
  const fresh = heads.filter((head) => head.is_new);
  const known = heads.filter((head) => !head.is_new);
  const written = [];
  if (fresh.length > 0) {
    // A clash here means another process opened the same stream: the transaction fails and each goes alone.
    written.push(tx`
      insert into tandem.stream_heads (clinic_id, stream_id, stream_type, last_seq, last_hash, last_recorded_at)
      select ${clinicId}, r.stream_id, 'session', r.last_seq, decode(r.last_hash, 'hex'), r.last_recorded_at
      from jsonb_to_recordset(${tx.json(fresh)}::jsonb)
        as r(stream_id uuid, last_seq int, last_hash text, last_recorded_at timestamptz)`);
  }
  if (known.length > 0) {
    written.push(tx`
      update tandem.stream_heads h
      set last_seq = r.last_seq, last_hash = decode(r.last_hash, 'hex'), last_recorded_at = r.last_recorded_at
      from jsonb_to_recordset(${tx.json(known)}::jsonb)
        as r(stream_id uuid, last_seq int, last_hash text, last_recorded_at timestamptz)
      where h.clinic_id = ${clinicId} and h.stream_id = r.stream_id`);
  }
  return written;
}

function writeEntries(tx: TransactionSql, clinicId: string, rows: readonly SealedRow['row'][]) {
  const json = tx.json(rows as never);
  return tx`
    with r as (
      select * from jsonb_to_recordset(${json}::jsonb) as r(
        stream_id uuid, seq int, id uuid, kind text, version int, happened_at timestamptz, recorded_at timestamptz,
        author_id uuid, author_name text, author_role text, device_id text, known_seq int, composed_at timestamptz,
        clock_offset_ms bigint, offline boolean, payload_hash text, hash text, salt text, data jsonb, late_reason text)
    ), written as (
      insert into tandem.entries (clinic_id, stream_id, seq, id, kind, version, happened_at, recorded_at, author_id,
        author_name, author_role, device_id, known_seq, composed_at, clock_offset_ms, offline, payload_hash, hash)
      select ${clinicId}, stream_id, seq, id, kind, version, happened_at, recorded_at, author_id, author_name,
        author_role, device_id, known_seq, composed_at, clock_offset_ms, offline, decode(payload_hash, 'hex'),
        decode(hash, 'hex')
      from r
    )
    insert into tandem.entry_payloads (clinic_id, entry_id, salt, data, late_reason)
    select ${clinicId}, id, decode(salt, 'hex'), data, late_reason from r`;
}

function remember(cache: StateCache, streams: ReadonlyMap<string, Stream>): CommittedStream[] {
  const committed: CommittedStream[] = [];
  for (const [key, { clinicId, streamId, state, sealed }] of streams) {
    if (state.lastSeq > 0) cache.set(key, state);
    if (sealed.length > 0) committed.push({ clinicId, streamId, entries: sealed.map((one) => one.entry) });
  }
  return committed;
}

function enterClinic(tx: TransactionSql, clinicId: string) {
  return tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
