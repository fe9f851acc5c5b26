import { answer } from '@tandem/api/log/flush.ts';
import type { Appended, AppendRequest } from '@tandem/api/log/requests.ts';
import { emptyHead } from '@tandem/api/log/seal.ts';
import { keyOf, type Stream } from '@tandem/api/log/stream.ts';
import { asReadBy, correctedBy, readsEverything } from '@tandem/api/log/visible.ts';
import type { Reader } from '@tandem/api/stream/pages.ts';
import { type Entry, initialState, isRefusal, may, type Refusal, type SessionState } from '@tandem/domain';
import { PAGE_ENTRIES } from '@tandem/wire';

/**
 * The database: one session's stream in memory. Deciding, sealing and what a role may see are the server's own
 * code; what is modelled is that a transaction is one moment, and that what it wrote stays.
 */
export class MemoryLog {
  readonly epoch = 'eeeeeeee-0000-4000-8000-000000000000';
  readonly stream: Stream;
  /** False: the database does not answer. */
  answers = true;
  /** Added to every reading: a database that is slow, in ms. */
  slowMs = 0;
  /** When entry `seq` was committed, at `seq`; virtual ms. */
  readonly committedAtMs: number[] = [0];
  readonly known = new Map<string, Entry>();

  constructor(
    readonly clinicId: string,
    readonly sessionId: string,
    private readonly nowMs: () => number,
    private readonly committed: (seq: number) => void,
  ) {
    const state = initialState(sessionId);
    this.stream = {
      clinicId,
      streamId: sessionId,
      head: emptyHead,
      isNew: true,
      fold: { type: 'session', state },
      sealed: [],
      acts: [],
    };
  }

  get state(): SessionState {
    return this.stream.fold.state as SessionState;
  }

  get lastSeq(): number {
    return this.stream.head.seq;
  }

  entries(): Entry[] {
    return this.stream.sealed.map(({ entry }) => entry);
  }

  /** One transaction: all of it is there when this returns, or nothing. @param clockMs the database's clock */
  append(
    actor: AppendRequest['actor'],
    command: AppendRequest['command'],
    clockMs: number,
  ): Appended | Refusal {
    const { clinicId, sessionId } = this;
    const request: AppendRequest = { clinicId, streamId: sessionId, actor, command };
    const streams = new Map([[keyOf(clinicId, sessionId), this.stream]]);
    const before = this.lastSeq;
    const outcome = answer(request, streams, this.known, new Map(), clockMs);
    if (!isRefusal(outcome)) {
      for (let seq = before + 1; seq <= this.lastSeq; seq += 1) {
        this.committedAtMs[seq] = this.nowMs();
        this.committed(seq);
      }
    }
    return outcome;
  }

  /** What `log-reads.ts` reads with SQL. */
  page({ role, after }: Reader): { lastSeq: number; entries: readonly Entry[] } | null {
    const { status } = this.state;
    if (!may(role, 'session.read', status)) return null;
    const entries = this.stream.sealed.slice(after, after + PAGE_ENTRIES).map(({ entry }) => entry);
    if (readsEverything(role, status)) return { lastSeq: this.lastSeq, entries };
    const kinds = new Map<string, string>();
    for (const id of correctedBy(entries)) {
      const target = this.known.get(keyOf(this.clinicId, id));
      if (target !== undefined) kinds.set(id, target.kind);
    }
    return { lastSeq: this.lastSeq, entries: asReadBy(role, status, entries, kinds) };
  }
}
