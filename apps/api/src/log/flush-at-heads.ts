import { approvalIdsOf, isCourseCommand, isRefusal } from '@tandem/domain';
import type { Sql } from 'postgres';
import { codeOf } from '../db/cannot-save.ts';
import { answer, type FlushOutcome } from './flush.ts';
import { type HeldStreams, writtenIn } from './held.ts';
import type { AppendRequest, CommittedStream } from './requests.ts';
import { bytesInJson } from './seal.ts';
import { groupBy } from './statements.ts';
import type { Stream } from './stream.ts';

/** Raised by `tandem.append_at_heads` before it writes: a head has moved, or the time is not the database's. */
const MOVED = 'TD001';
/** An id that the log holds already: most likely a retry. */
const KNOWN_ID = '23505';

/** What a flush in one statement needs besides the requests. */
export interface AtHeads {
  /** The database's time as this process carries it on; held against the real one before anything is written. */
  readonly nowMs: () => number;
  /** The hint for the other processes, sent by the same statement after its commit; null sends none. */
  readonly hintOf: (streams: readonly CommittedStream[]) => string | null;
}

/**
 * The flush of an ordinary moment, in one statement: entries into running sessions that this process holds as they
 * stand. It is decided before anything is asked, and written only if each head is still the one it was decided on;
 * the statement commits before it answers.
 * @returns null when it must go the long way (`flush.ts`), with nothing written: somebody else wrote meanwhile, an id
 *   is known, a request would be refused, or it asks for more than entries
 * @throws when the database did not answer; the outcome is then unknown and the caller's ids make the retry safe
 */
export async function flushAtHeads(
  sql: Sql,
  held: HeldStreams,
  requests: readonly AppendRequest[],
  { nowMs, hintOf }: AtHeads,
): Promise<FlushOutcome | null> {
  if (!requests.every(isOrdinary)) return null;
  const streams = held.openAtHeads(requests);
  if (streams === null || ![...streams.values()].every(isRunning)) return null;
  const opened = [...streams.values()].map((stream) => ({ stream, before: stream.head }));
  const atMs = nowMs();
  const known = new Map();
  const answers = requests.map((request) => answer(request, streams, known, new Map(), atMs));
  // Whatever is not plainly accepted is decided again under the lock, where all that is known counts.
  if (answers.some((one) => isRefusal(one) || one.appended < one.entries.length)) return null;
  const parts = [...groupBy(opened, ({ stream }) => stream.clinicId)].map(([clinic, ofClinic]) => ({
    clinic,
    heads: ofClinic.map(({ stream, before: { seq, hash } }) => ({
      stream_id: stream.streamId,
      before_seq: seq,
      before_hash: bytesInJson(hash),
      last_seq: stream.head.seq,
      last_hash: bytesInJson(stream.head.hash),
      last_recorded_at: new Date(stream.head.recordedMs).toISOString(),
    })),
    rows: ofClinic.flatMap(({ stream }) => stream.sealed.map(({ row }) => row)),
  }));
  const committed = writtenIn(streams);
  try {
    await sql`call tandem.append_at_heads(
      ${committed.map(({ streamId }) => streamId)}::uuid[], ${parts.map(({ clinic }) => clinic)}::uuid[],
      ${sql.json(parts as never)}::jsonb, ${new Date(atMs).toISOString()}::timestamptz, ${hintOf(committed)}::text)`;
  } catch (error) {
    const code = codeOf(error);
    if (code === MOVED || code === KNOWN_ID) return null;
    held.drop(streams.keys());
    throw error;
  }
  held.keep(streams);
  return { answers, committed, hinted: true };
}

/** Entries of one's own and nothing else: no step of a session's life, nobody else's, on nobody's confirmation. */
function isOrdinary({ command, clockMs }: AppendRequest): boolean {
  return (
    clockMs === undefined &&
    !isCourseCommand(command) &&
    command.type === 'append' &&
    command.adoptedFrom === undefined &&
    approvalIdsOf(command).length === 0
  );
}

/** Nothing but its log changes with an entry: figures and words are made of sessions that are over. */
const isRunning = ({ fold }: Stream) => fold.type === 'session' && fold.state.status === 'in-progress';
