import { fold, type SessionState } from '@tandem/domain';
import { PAGE_ENTRIES } from '@tandem/wire';
import { and, eq } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessions, streamHeads } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';

/**
 * The clinic's sessions in progress, folded; of those in `before` only what is new is read.
 * @returns `before` itself when nothing changed
 */
export async function liveStates(
  scope: ClinicScope,
  before: ReadonlyMap<string, SessionState>,
): Promise<ReadonlyMap<string, SessionState>> {
  const live = await scope.tx
    .select({ id: sessions.id, lastSeq: streamHeads.lastSeq })
    .from(sessions)
    .innerJoin(
      streamHeads,
      and(eq(streamHeads.clinicId, sessions.clinicId), eq(streamHeads.streamId, sessions.id)),
    )
    .where(and(scope.own(sessions.clinicId), eq(sessions.status, 'in-progress')))
    .orderBy(sessions.startedAt, sessions.id);
  const states = new Map<string, SessionState>();
  for (const { id, lastSeq } of live) {
    const known = before.get(id);
    // A head behind what was folded is a restored database: begin again.
    const from = known !== undefined && known.lastSeq <= lastSeq ? known : undefined;
    states.set(id, await caughtUp(scope, id, from, lastSeq));
  }
  const same = states.size === before.size && [...states].every(([id, state]) => before.get(id) === state);
  return same ? before : states;
}

/** `from`, or nothing, with the entries up to `throughSeq` folded in. */
export async function caughtUp(
  scope: ClinicScope,
  sessionId: string,
  from: SessionState | undefined,
  throughSeq: number,
): Promise<SessionState> {
  let state = from ?? fold(sessionId, []);
  while (state.lastSeq < throughSeq) {
    const page = await readEntries(scope, sessionId, {
      after: state.lastSeq,
      limit: PAGE_ENTRIES,
      throughSeq,
    });
    if (page === null || page.entries.length === 0) break;
    state = fold(sessionId, page.entries, state);
  }
  return state;
}
