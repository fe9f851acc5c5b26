import type { SessionState } from '@tandem/domain';
import { and, desc, eq } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessions, streamHeads } from '../db/schema.ts';
import { StateCache } from '../log/state-cache.ts';
import { keyOf } from '../log/stream.ts';
import { caughtUp } from '../stream/board-states.ts';

/** Sessions that run in rooms with a screen, folded; of those known only what is new is read. */
export class RoomSessions {
  private readonly states = new StateCache<SessionState>(({ lastSeq }) => lastSeq, 200, 100_000);

  /** The session in progress in this room, the one that began last; null when none runs there. */
  async in(scope: ClinicScope, roomId: string): Promise<SessionState | null> {
    const [running] = await scope.tx
      .select({ id: sessions.id, lastSeq: streamHeads.lastSeq })
      .from(sessions)
      .innerJoin(
        streamHeads,
        and(eq(streamHeads.clinicId, sessions.clinicId), eq(streamHeads.streamId, sessions.id)),
      )
      .where(
        and(scope.own(sessions.clinicId), eq(sessions.roomId, roomId), eq(sessions.status, 'in-progress')),
      )
      .orderBy(desc(sessions.startedAt), desc(sessions.id))
      .limit(1);
    if (running === undefined) return null;
    const { id, lastSeq } = running;
    const key = keyOf(scope.clinicId, id);
    const known = this.states.get(key);
    // A head behind what was folded is a restored database: begin again.
    const from = known !== undefined && known.lastSeq <= lastSeq ? known : undefined;
    const state = await caughtUp(scope, id, from, lastSeq);
    this.states.set(key, state);
    return state;
  }
}
