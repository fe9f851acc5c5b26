import {
  type DrillScore,
  drillScore,
  fold,
  formatInstant,
  playedCues,
  recorderOf,
  type SessionState,
} from '@tandem/domain';
import type { DrillReply, DrillScoreReply, StepScoreReply } from '@tandem/wire';
import { and, eq, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { rooms, sessions } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';

/** So many are listed; a clinic that drills every week fills it in a year. */
const MOST = 60;
/** A drill has some dozens of entries. */
const ENTRIES = 2_000;

/** A session of the training kind whose plan, its first entry, names a drill. */
const isDrill = sql`${sessions.origin} = 'training' and exists (
  select from tandem.entries e
  join tandem.entry_payloads p on p.clinic_id = e.clinic_id and p.entry_id = e.id
  where e.clinic_id = ${sessions.clinicId} and e.stream_id = ${sessions.id} and e.seq = 1
    and p.data -> 'drill' is not null
)`;

/** Ids of drills, newest first. */
export async function drillIds(scope: ClinicScope, running: boolean): Promise<string[]> {
  const rows = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(scope.own(sessions.clinicId), isDrill, running ? eq(sessions.status, 'in-progress') : undefined),
    )
    .orderBy(sql`${sessions.plannedAt} desc, ${sessions.id} desc`)
    .limit(MOST);
  return rows.map(({ id }) => id);
}

/** What is under this id: nothing, another session, or a drill as its log tells it. */
export async function readDrill(
  scope: ClinicScope,
  id: string,
): Promise<{ readonly state: SessionState; readonly isDrill: boolean } | null> {
  const read = await readEntries(scope, id, { after: 0, limit: ENTRIES });
  if (read === null) return null;
  // A course is a stream as well, and no session.
  if (read.entries[0]?.kind !== 'planned') return { state: fold(id, []), isDrill: false };
  const state = fold(id, read.entries);
  return { state, isDrill: state.plan?.drill !== undefined };
}

/** A drill as lists show it. */
export async function drillReply(scope: ClinicScope, state: SessionState): Promise<DrillReply> {
  return replyOf(scope, state, drillScore(state));
}

/** A drill with everything its points come from. */
export async function drillScoreReply(scope: ClinicScope, state: SessionState): Promise<DrillScoreReply> {
  const score = drillScore(state);
  return {
    drill: await replyOf(scope, state, score),
    cues: (playedCues(state) ?? []).map(({ cue: { key }, entryId, atMs }) => ({
      key,
      entryId,
      at: atMs === null ? null : formatInstant(atMs),
    })),
    steps: (score?.steps ?? []).map(({ step: { key }, points, cue, answer }): StepScoreReply => {
      const entry = answer?.item.entry;
      const by = entry === undefined ? null : recorderOf(entry);
      return {
        key,
        points,
        cueAt: cue === null ? null : formatInstant(cue.atMs),
        answer:
          answer === null || entry === undefined || by === null
            ? null
            : {
                entryId: entry.id,
                kind: entry.kind,
                by: by.name,
                role: by.role,
                at: formatInstant(answer.atMs),
                seconds: answer.seconds,
              },
      };
    }),
  };
}

async function replyOf(
  scope: ClinicScope,
  state: SessionState,
  score: DrillScore | null,
): Promise<DrillReply> {
  const { sessionId: id, plan, pins, status, disposition, startedAt, endedAt } = state;
  if (plan?.drill === undefined || score === null) throw new Error('no drill');
  const { key: drill, pace } = plan.drill;
  const { points } = score;
  const people = pins?.team ?? [];
  const room = await roomOf(scope, plan.roomId);
  return { id, drill, pace, status, disposition, startedAt, endedAt, room, people, points };
}

async function roomOf(scope: ClinicScope, roomId: string | undefined): Promise<DrillReply['room']> {
  if (roomId === undefined) return null;
  const [room] = await scope.tx
    .select({ id: rooms.id, name: rooms.name })
    .from(rooms)
    .where(and(scope.own(rooms.clinicId), eq(rooms.id, roomId)));
  return room ?? null;
}
