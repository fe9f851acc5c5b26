import type { ReservedSql } from 'postgres';
import { projectSessions } from './project.ts';
import { projectCourses } from './project-courses.ts';
import { projectFigures } from './project-figures.ts';
import { bytesInJson, type SealedRow } from './seal.ts';
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
      ...writeEntries(connection, rows),
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
  last_hash: bytesInJson(stream.head.hash),
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
      select ${clinicId}, r.stream_id, r.stream_type, r.last_seq, r.last_hash, r.last_recorded_at
      from jsonb_to_recordset(${tx.json(fresh)}::jsonb)
        as r(stream_id uuid, stream_type text, last_seq int, last_hash bytea, last_recorded_at timestamptz)`);
  }
  if (known.length > 0) {
    written.push(tx`
      update tandem.stream_heads h
      set last_seq = r.last_seq, last_hash = r.last_hash, last_recorded_at = r.last_recorded_at
      from jsonb_to_recordset(${tx.json(known)}::jsonb)
        as r(stream_id uuid, last_seq int, last_hash bytea, last_recorded_at timestamptz)
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

/** By the columns of the tables, whatever they are: a column that is added later cannot be left out here. */
function writeEntries(tx: ReservedSql, rows: readonly SealedRow['row'][]) {
  const json = tx.json(rows as never);
  return [
    tx`insert into tandem.entries select * from jsonb_populate_recordset(null::tandem.entries, ${json}::jsonb)`,
    tx`
      insert into tandem.entry_payloads
      select * from jsonb_populate_recordset(null::tandem.entry_payloads, ${json}::jsonb)`,
  ];
}
