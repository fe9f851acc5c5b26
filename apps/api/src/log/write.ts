import type { ReservedSql } from 'postgres';
import { projectSessions } from './project.ts';
import { projectCourses } from './project-courses.ts';
import { projectFigures } from './project-figures.ts';
import type { SealedRow } from './seal.ts';
import { enterClinic, groupBy, sent } from './statements.ts';
import type { Stream } from './stream.ts';

/**
 * The second volley: per clinic, with the clinic set again before its statements, then the commit. A commit
 * after a failed statement answers ROLLBACK without an error, so its word is checked.
 */
export async function writeAndCommit(
  connection: ReservedSql,
  streams: ReadonlyMap<string, Stream>,
): Promise<void> {
  const changed = [...streams.values()].filter((stream) => stream.sealed.length > 0);
  const writes: Promise<unknown>[] = [];
  for (const [clinicId, ofClinic] of groupBy(changed, (stream) => stream.clinicId)) {
    const rows = ofClinic.flatMap((stream) => stream.sealed.map((sealed) => sealed.row));
    const statements = [
      enterClinic(connection, clinicId),
      ...writeHeads(connection, clinicId, ofClinic.map(headRow)),
      writeEntries(connection, clinicId, rows),
      ...eraseRedacted(connection, rows),
      ...projectSessions(connection, clinicId, ofClinic),
      ...projectCourses(connection, clinicId, ofClinic),
      ...projectFigures(connection, clinicId, ofClinic),
      ...writeActs(connection, clinicId, ofClinic),
    ];
    writes.push(...statements.map((statement) => sent(statement)));
  }
  const commit = sent(connection`commit`);
  const [outcome] = await Promise.all([commit, ...writes]);
  if (outcome.command !== 'COMMIT') throw new Error(`the transaction ended with ${outcome.command}`);
}

const headRow = (stream: Stream) => ({
  stream_id: stream.streamId,
  stream_type: stream.fold.type,
  is_new: stream.isNew,
  last_seq: stream.head.seq,
  last_hash: Buffer.from(stream.head.hash).toString('hex'),
  last_recorded_at: new Date(stream.head.recordedMs).toISOString(),
});

function writeHeads(tx: ReservedSql, clinicId: string, heads: readonly ReturnType<typeof headRow>[]) {
  const fresh = heads.filter((head) => head.is_new);
  const known = heads.filter((head) => !head.is_new);
  const written = [];
  if (fresh.length > 0) {
    // A clash here means another process opened the same stream: the transaction fails and each goes alone.
    written.push(tx`
      insert into tandem.stream_heads (clinic_id, stream_id, stream_type, last_seq, last_hash, last_recorded_at)
      select ${clinicId}, r.stream_id, r.stream_type, r.last_seq, decode(r.last_hash, 'hex'), r.last_recorded_at
      from jsonb_to_recordset(${tx.json(fresh)}::jsonb)
        as r(stream_id uuid, stream_type text, last_seq int, last_hash text, last_recorded_at timestamptz)`);
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

function writeActs(tx: ReservedSql, clinicId: string, streams: readonly Stream[]) {
  return streams.flatMap(({ streamId, acts }) =>
    acts.map(
      ({ actor, action, entryCount }) => tx`
      insert into tandem.audit (clinic_id, actor_id, actor_role, action, target_id, entry_count)
      values (${clinicId}, ${actor.id}, ${actor.role}, ${action}, ${streamId}, ${entryCount})`,
    ),
  );
}

/** In the transaction that says so: a text is never gone without its redaction, nor still there with it. */
function eraseRedacted(tx: ReservedSql, rows: readonly SealedRow['row'][]) {
  return rows
    .filter(({ kind }) => kind === 'redaction')
    .map(({ id }) => tx`select tandem.erase_redacted(${id as string})`);
}

function writeEntries(tx: ReservedSql, clinicId: string, rows: readonly SealedRow['row'][]) {
  const json = tx.json(rows as never);
  return tx`
    with r as (
      select * from jsonb_to_recordset(${json}::jsonb) as r(
        stream_id uuid, seq int, id uuid, kind text, version int, happened_at timestamptz, recorded_at timestamptz,
        author_id uuid, author_name text, author_role text, device_id text, known_seq int, composed_at timestamptz,
        clock_offset_ms bigint, offline boolean, as_of timestamptz, adopted_from jsonb, payload_hash text, hash text, salt text, data jsonb, late_reason text)
    ), written as (
      insert into tandem.entries (clinic_id, stream_id, seq, id, kind, version, happened_at, recorded_at, author_id,
        author_name, author_role, device_id, known_seq, composed_at, clock_offset_ms, offline, as_of, adopted_from, payload_hash, hash)
      select ${clinicId}, stream_id, seq, id, kind, version, happened_at, recorded_at, author_id, author_name,
        author_role, device_id, known_seq, composed_at, clock_offset_ms, offline, as_of, adopted_from, decode(payload_hash, 'hex'),
        decode(hash, 'hex')
      from r
    )
    insert into tandem.entry_payloads (clinic_id, entry_id, salt, data, late_reason)
    select ${clinicId}, id, decode(salt, 'hex'), data, late_reason from r`;
}
