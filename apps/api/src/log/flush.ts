import {
  type Approval,
  approvalIdsOf,
  type Entry,
  isCourseCommand,
  isRefusal,
  type KnownEntry,
  type Refusal,
  recorderOf,
} from '@tandem/domain';
import type { ReservedSql, Sql } from 'postgres';
import { decideIn, emptyFold, idsIn, type StreamCommand, type StreamType, withEntry } from './fold.ts';
import { type HeldStreams, writtenIn } from './held.ts';
import type { Appended, AppendRequest, CommittedStream } from './requests.ts';
import { entryOf, LOG_COLUMNS, LOG_SOURCE, type LogRow } from './rows.ts';
import { seal } from './seal.ts';
import { enterClinic, groupBy, sent } from './statements.ts';
import { keyOf, type Stream, type StreamAct } from './stream.ts';
import { writeAndCommit } from './write.ts';

export interface FlushOutcome {
  /** One per request, in order. */
  readonly answers: readonly (Appended | Refusal)[];
  readonly committed: readonly CommittedStream[];
  /** The other processes know of it already. */
  readonly hinted: boolean;
}

/**
 * One transaction for many requests: lock the streams in id order, read what is known, decide each request in
 * memory (a refused one leaves before any INSERT), write per clinic, commit once. Statements are sent in two
 * volleys, up to the decision and after it, so that a lone entry waits for the database twice.
 *
 * If the connection dies between, the driver might run a later statement on a new one, outside the transaction:
 * there no clinic is set, so row-level security refuses every write, and nothing is answered.
 * @throws when the transaction failed; nothing of it is then in the log, or its outcome is unknown and the
 *   caller's ids make the retry safe
 */
export async function flush(
  sql: Sql,
  held: HeldStreams,
  requests: readonly AppendRequest[],
): Promise<FlushOutcome> {
  const streams = held.open(requests);
  const connection = await sql.reserve();
  try {
    const { known, approvals, nowMs } = await lockAndRead(connection, streams, requests);
    await catchUp(connection, streams);
    const answers = requests.map((request) => answer(request, streams, known, approvals, nowMs));
    await writeAndCommit(connection, streams);
    held.keep(streams);
    return { answers, committed: writtenIn(streams), hinted: false };
  } catch (error) {
    held.drop(streams.keys());
    await connection`rollback`.catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}

interface HeadRow {
  readonly clinicId: string;
  readonly streamId: string;
  readonly streamType: StreamType;
  readonly lastSeq: number;
  readonly lastHash: Uint8Array;
  readonly lastRecordedAt: Date;
}

/**
 * The first volley. Heads are locked in id order, so that two processes never wait for each other; clock and
 * known ids are read after the lock, so that a retry sees what was committed before it.
 */
async function lockAndRead(
  connection: ReservedSql,
  streams: ReadonlyMap<string, Stream>,
  requests: readonly AppendRequest[],
): Promise<{ known: Known; approvals: Approvals; nowMs: number }> {
  const all = [...streams.values()];
  const begin = sent(connection`begin`);
  const heads = sent(connection<HeadRow[]>`
    select clinic_id "clinicId", stream_id "streamId", stream_type "streamType", last_seq "lastSeq", last_hash "lastHash",
      last_recorded_at "lastRecordedAt"
    from tandem.stream_heads
    where stream_id = any(${all.map((stream) => stream.streamId)}::uuid[])
      and clinic_id = any(${[...new Set(all.map((stream) => stream.clinicId))]}::uuid[])
    order by stream_id, clinic_id for no key update`);
  const clock = sent(connection<{ now: Date }[]>`select clock_timestamp() as now`);
  const knownRows = [...groupBy(requests, (request) => request.clinicId)].map(([clinicId, ofClinic]) => {
    const ids = ofClinic.flatMap((request) => idsIn(request.command));
    const entered = sent(enterClinic(connection, clinicId));
    const rows = sent(connection<LogRow[]>`
      select ${connection.unsafe(LOG_COLUMNS)} from ${connection.unsafe(LOG_SOURCE)}
      where e.clinic_id = ${clinicId} and e.id = any(${ids}::uuid[])`);
    const asked = ofClinic.flatMap((request) => approvalsNamedBy(request.command));
    const approved = asked.length === 0 ? [] : sent(approvalRows(connection, clinicId, asked));
    return Promise.all([rows, approved, entered]);
  });
  const [headRows, clockRows, found] = await Promise.all([heads, clock, Promise.all(knownRows), begin]);
  for (const row of headRows) {
    const stream = streams.get(keyOf(row.clinicId, row.streamId));
    if (stream === undefined) continue;
    stream.isNew = false;
    // What a stream is says its head, not who asks.
    if (row.streamType !== stream.fold.type) stream.fold = emptyFold(row.streamType, row.streamId);
    stream.head = { seq: row.lastSeq, hash: row.lastHash, recordedMs: row.lastRecordedAt.getTime() };
  }
  const known: Known = new Map(
    found.flatMap(([rows]) => rows).map((row) => [keyOf(row.clinicId, row.id), entryOf(row)]),
  );
  const approvals: Approvals = new Map(
    found
      .flatMap(([, rows]) => rows)
      .map((row) => [keyOf(row.clinicId, row.id), { ...row, micrograms: Number(row.micrograms) }]),
  );
  const [clockRow] = clockRows;
  if (clockRow === undefined) throw new Error('the database told no time');
  return { known, approvals, nowMs: clockRow.now.getTime() };
}

/** What second persons confirmed, by clinic and id: read after the lock, so that what is checked is what is written. */
type Approvals = ReadonlyMap<string, Approval>;

function approvalRows(connection: ReservedSql, clinicId: string, ids: readonly string[]) {
  return connection<(Approval & { clinicId: string })[]>`
    select clinic_id "clinicId", id, session_id "sessionId", person_id "personId", asked_by "askedById", drug, micrograms, route,
      extract(epoch from at)::float8 * 1000 "atMs"
    from tandem.approvals where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`;
}

/** Entries by clinic and id: read under the lock, and then those this flush writes (two retries in one batch). */
type Known = Map<string, Entry>;

/** Folds what other processes appended since this one last held the stream. */
async function catchUp(connection: ReservedSql, streams: ReadonlyMap<string, Stream>): Promise<void> {
  for (const stream of streams.values()) {
    if (stream.fold.state.lastSeq === stream.head.seq) continue;
    // A cached state ahead of the head belongs to a transaction that never happened, or to another epoch.
    if (stream.fold.state.lastSeq > stream.head.seq)
      stream.fold = emptyFold(stream.fold.type, stream.streamId);
    await enterClinic(connection, stream.clinicId);
    const rows = await connection<LogRow[]>`
      select ${connection.unsafe(LOG_COLUMNS)} from ${connection.unsafe(LOG_SOURCE)}
      where e.clinic_id = ${stream.clinicId} and e.stream_id = ${stream.streamId} and e.seq > ${stream.fold.state.lastSeq}
      order by e.seq`;
    stream.fold = rows.map(entryOf).reduce(withEntry, stream.fold);
  }
}

/** Decides one request and gives what is new its place at the end of its stream; a refused one leaves no trace. */
export function answer(
  request: AppendRequest,
  streams: ReadonlyMap<string, Stream>,
  known: Known,
  approvals: Approvals,
  dbNowMs: number,
): Appended | Refusal {
  const stream = streams.get(keyOf(request.clinicId, request.streamId)) as Stream;
  const knownHere = new Map<string, Entry>();
  for (const id of idsIn(request.command)) {
    const found = known.get(keyOf(request.clinicId, id));
    if (found !== undefined) knownHere.set(id, found);
  }
  const nowMs = request.clockMs?.() ?? dbNowMs;
  const decided = decideIn(stream.fold, request.command, {
    sessionId: request.streamId,
    actor: request.actor,
    nowMs,
    known: new Map([...knownHere].map(([id, entry]) => [id, knownOf(entry)])),
    approvals: approvalsOf(request, approvals),
  });
  if (isRefusal(decided)) return decided;
  const entries = decided.map((item) =>
    'knownId' in item ? (knownHere.get(item.knownId) as Entry) : place(stream, item.draft, request, nowMs),
  );
  for (const entry of entries) known.set(keyOf(request.clinicId, entry.id), entry);
  const appended = decided.filter((item) => 'draft' in item).length;
  const act = actOf(request, appended);
  if (act !== null) stream.acts.push(act);
  return { entries, appended };
}

/** An append is its own audit row; taking over somebody else's entries is an act of its own as well. */
function actOf({ command, actor }: AppendRequest, appended: number): StreamAct | null {
  const adopts = command.type === 'append' && command.adoptedFrom !== undefined && appended > 0;
  return adopts ? { actor, action: 'entries.adopted', entryCount: appended } : null;
}

const approvalsNamedBy = (command: StreamCommand) => (isCourseCommand(command) ? [] : approvalIdsOf(command));

function approvalsOf({ clinicId, command }: AppendRequest, approvals: Approvals): Map<string, Approval> {
  const own = approvalsNamedBy(command).map((id) => [id, approvals.get(keyOf(clinicId, id))] as const);
  return new Map(own.flatMap(([id, approval]) => (approval === undefined ? [] : [[id, approval]])));
}

function place(
  stream: Stream,
  draft: Parameters<typeof seal>[2],
  request: AppendRequest,
  nowMs: number,
): Entry {
  const sealed = seal(stream.clinicId, stream.streamId, draft, request.actor, stream.head, nowMs);
  stream.sealed.push(sealed);
  stream.head = sealed.head;
  stream.fold = withEntry(stream.fold, sealed.entry);
  return sealed.entry;
}

function knownOf(entry: Entry): KnownEntry {
  const { id, sessionId, kind, happenedAt, data } = entry;
  return { id, sessionId, kind, authorId: recorderOf(entry).id, happenedAt, data };
}
