import type { DownFrame } from '@tandem/wire';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import type { CommittedStream } from '../log/requests.ts';
import { readsEverything } from '../log/serve.ts';
import { readPages } from './pages.ts';
import { keyOf, type Subscription } from './subscription.ts';

/** How often the heads of watched sessions are read: `current` goes out at least every 2 s. */
export const POLL_MS = 1_500;

interface Head {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly lastSeq: number;
}

/**
 * Who watches what in this process. Three ways lead to an entry, and any one is enough: the commit in this
 * process, the hint of another one, and the poll. Hints can be lost (LISTEN reconnects), the log cannot: every
 * path ends in "read what comes after my cursor" (LOG-7).
 */
export class Hub {
  private readonly watched = new Map<string, Set<Subscription>>();
  private timer: NodeJS.Timeout | null = null;
  private polling: Promise<void> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly inClinic: InClinic,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.poll(), POLL_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  add(subscription: Subscription): void {
    const key = keyOf(subscription.clinicId, subscription.sessionId);
    const set = this.watched.get(key) ?? new Set();
    this.watched.set(key, set.add(subscription));
    void this.catchUp(subscription);
  }

  remove(subscription: Subscription): void {
    const key = keyOf(subscription.clinicId, subscription.sessionId);
    const set = this.watched.get(key);
    set?.delete(subscription);
    if (set?.size === 0) this.watched.delete(key);
  }

  /** Entries committed by this process, straight from memory: no read for those who are up to date. */
  committed(streams: readonly CommittedStream[]): void {
    for (const { clinicId, streamId, entries } of streams) {
      const subscriptions = this.watched.get(keyOf(clinicId, streamId));
      const [first] = entries;
      const last = entries.at(-1);
      if (subscriptions === undefined || first === undefined || last === undefined) continue;
      let frame: string | null = null;
      for (const subscription of subscriptions) {
        const next = !subscription.busy && subscription.cursor === first.seq - 1;
        if (next && readsEverything(subscription.role, 'in-progress')) {
          frame ??= JSON.stringify({ type: 'entries', sessionId: streamId, entries });
          subscription.cursor = last.seq;
          subscription.send(frame);
        } else if (subscription.cursor < last.seq) {
          void this.catchUp(subscription);
        }
      }
    }
  }

  /** Another process says that a session has reached `seq`; hints of our own commits find nobody behind. */
  hint(clinicId: string, sessionId: string, seq: number): void {
    for (const subscription of this.watched.get(keyOf(clinicId, sessionId)) ?? []) {
      if (subscription.cursor < seq) void this.catchUp(subscription);
    }
  }

  /** Reads the heads of all watched sessions in one query, then sends what is missing or says `current`. */
  poll(): Promise<void> {
    this.polling ??= this.readHeads().finally(() => {
      this.polling = null;
    });
    return this.polling;
  }

  private async readHeads(): Promise<void> {
    if (this.watched.size === 0) return;
    try {
      const ids = [
        ...new Set([...this.watched.values()].flatMap((set) => [...set].map((one) => one.sessionId))),
      ];
      const heads = await this.sql<Head[]>`
        select clinic_id "clinicId", stream_id "sessionId", last_seq "lastSeq"
        from tandem.stream_heads where stream_id = any(${ids}::uuid[])`;
      for (const head of heads) this.tell(head);
    } catch {
      // Nothing is claimed that was not read: the screens say that they do not know.
      for (const set of this.watched.values()) for (const one of set) one.send(headUnknown(one.sessionId));
    }
  }

  private tell(head: Head): void {
    for (const subscription of this.watched.get(keyOf(head.clinicId, head.sessionId)) ?? []) {
      if (subscription.busy) continue;
      if (subscription.cursor < head.lastSeq) void this.catchUp(subscription);
      else if (subscription.cursor === head.lastSeq) subscription.send(currentFrame(head));
      else
        subscription.send(
          frameOf({ type: 'error', code: 'cursor-ahead', message: cursorAhead, sessionId: head.sessionId }),
        );
    }
  }

  private async catchUp(subscription: Subscription): Promise<void> {
    subscription.again = true;
    if (subscription.busy) return;
    subscription.busy = true;
    try {
      while (subscription.again) {
        subscription.again = false;
        const lastSeq = await readPages(this.inClinic, subscription);
        if (!subscription.again && subscription.cursor === lastSeq) {
          subscription.send(currentFrame({ sessionId: subscription.sessionId, lastSeq }));
        }
      }
    } catch {
      subscription.send(headUnknown(subscription.sessionId));
    } finally {
      subscription.busy = false;
    }
  }
}

const cursorAhead = 'The server has fewer entries than this screen. Reload; what you typed is kept.';

export function frameOf(frame: DownFrame): string {
  return JSON.stringify(frame);
}

function currentFrame({ sessionId, lastSeq }: { sessionId: string; lastSeq: number }): string {
  return frameOf({ type: 'current', sessionId, lastSeq });
}

function headUnknown(sessionId: string): string {
  const message = 'The database does not answer. What is on the screen may not be current.';
  return frameOf({ type: 'error', code: 'head-unknown', message, sessionId });
}
