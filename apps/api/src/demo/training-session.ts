import { randomUUID } from 'node:crypto';
import type { ServedEntry, Session } from '@tandem/wire';
import type { Answer } from './api-person.ts';
import type { TrainingRoom } from './training-room.ts';
import { type Act, scriptOf } from './training-script.ts';

/** Over this lateness nobody was there to write: the session goes on from here. Ten minutes would ask for a reason. */
const LOST_MS = 8 * 60_000;
const PAGE = 500;

/** One call that waits for its answer, sent again as it is until it has one. */
interface Pending {
  readonly id: string;
  readonly actorId: string;
  readonly path: string;
  readonly body: unknown;
}

/** A session in progress in the training room, as the mover goes on with it. */
export class TrainingSession {
  private readonly done = new Set<string>();
  private lastSeq = 0;
  private pending: Pending | null = null;
  private lastWriteMs = Date.now();

  private constructor(
    private readonly room: TrainingRoom,
    readonly id: string,
    /** Later than the start by the time that was lost since. */
    private startMs: number,
    private readonly deviceId: string,
    /** Quiet for this long, somebody looks at the client. */
    private readonly quietMs: number,
  ) {}

  /** Goes on where the log stands, whoever wrote it. @throws on a failure that may pass */
  static async of(
    room: TrainingRoom,
    session: Session,
    how: { readonly deviceId: string; readonly quietMs: number },
  ): Promise<TrainingSession> {
    const startMs = Date.parse(session.startedAt ?? session.plannedAt);
    const resumed = new TrainingSession(room, session.id, startMs, how.deviceId, how.quietMs);
    await resumed.read();
    return resumed;
  }

  private async read(): Promise<void> {
    for (let more = true; more; ) {
      const path = `/api/sessions/${this.id}/entries?after=${this.lastSeq}&limit=${PAGE}`;
      const page = await this.room.call<{ entries: ServedEntry[] }>(this.room.team.physician.id, 'GET', path);
      if (!page.ok) return;
      for (const { id, seq } of page.body.entries) {
        this.done.add(id);
        this.lastSeq = seq;
      }
      more = page.body.entries.length === PAGE;
    }
  }

  /**
   * Writes what is due, at most one call.
   * @returns what the server said, or null when nothing was due @throws on a failure that may pass
   */
  async move(nowMs: number): Promise<Answer<unknown> | null> {
    this.pending ??= this.next(nowMs);
    if (this.pending === null) return null;
    const { id, actorId, path, body } = this.pending;
    const answer = await this.room.call<{ entries?: ServedEntry[] }>(actorId, 'POST', path, body);
    // A refusal is final: sent again it would be refused again.
    this.pending = null;
    this.done.add(id);
    this.lastWriteMs = Date.now();
    if (answer.ok) this.lastSeq = answer.body.entries?.at(-1)?.seq ?? this.lastSeq;
    return answer;
  }

  private next(nowMs: number): Pending | null {
    let script = this.script();
    let act = script.acts.find(({ id }) => !this.done.has(id));
    if (act !== undefined && nowMs - act.atMs > LOST_MS) {
      this.startMs += nowMs - act.atMs;
      script = this.script();
      act = script.acts.find(({ id }) => !this.done.has(id));
    }
    if (act !== undefined && act.atMs <= nowMs) return this.callOf(act, nowMs);
    return nowMs - this.lastWriteMs < this.quietMs ? null : this.look(script.bodyAt(nowMs), nowMs);
  }

  private script() {
    return scriptOf(this.id, this.room.roster, this.room.team, this.startMs);
  }

  private callOf({ id, actorId, entry }: Act, nowMs: number): Pending {
    const base = `/api/sessions/${this.id}`;
    if (entry === null) return { id, actorId, path: `${base}/end`, body: { id, disposition: 'completed' } };
    const { kind, happenedAt, data, context } = entry;
    const lateReason = context?.lateReason === undefined ? {} : { lateReason: context.lateReason };
    const written = {
      id,
      kind,
      happenedAt,
      data: unbased(data),
      context: { ...this.context(nowMs), ...lateReason },
    };
    return { id, actorId, path: `${base}/entries`, body: { entries: [written] } };
  }

  /** Pulse and saturation at a glance, between the sets. */
  private look({ heartRate, spo2 }: { heartRate: number; spo2: number }, nowMs: number): Pending {
    const id = randomUUID();
    const happenedAt = new Date(nowMs).toISOString();
    const entry = {
      id,
      kind: 'vital-signs',
      happenedAt,
      data: { heartRate, spo2 },
      context: this.context(nowMs),
    };
    const path = `/api/sessions/${this.id}/entries`;
    return { id, actorId: this.room.team.nurse.id, path, body: { entries: [entry] } };
  }

  private context(nowMs: number) {
    return { deviceId: this.deviceId, knownSeq: this.lastSeq, composedAt: new Date(nowMs).toISOString() };
  }
}

/** The seq that a script's amendment is based on is that of a log of its own. */
function unbased(data: object): object {
  const { basedOnSeq: _script, ...rest } = data as { basedOnSeq?: number };
  return rest;
}
