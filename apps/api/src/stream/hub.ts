import type { CommittedStream } from '../log/requests.ts';
import { readsEverything } from '../log/visible.ts';
import { currentFrame, cursorAheadFrame, headUnknownFrame } from './frames.ts';
import { type ReadPage, readPages } from './pages.ts';
import { keyOf, type Subscription } from './subscription.ts';

/** An answer that took longer than this says nothing about now: no `current` is built on it. */
export const FRESH_MS = 1_500;

/** How far a watched session goes. */
export interface WatchedHead {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly lastSeq: number;
}

/** What the hub asks of the log; production passes the database (`log-reads.ts`). */
export interface HubReads {
  heads(sessionIds: ReadonlySet<string>): PromiseLike<readonly WatchedHead[]>;
  readonly page: ReadPage;
}

/**
 * Who watches what in this process. Three ways lead to an entry, and any one is enough: the commit in this
 * process, the hint of another one, and the poll. Hints can be lost (LISTEN reconnects), the log cannot: every
 * path ends in "read what comes after my cursor" (LOG-7).
 */
export class Hub {
  private readonly watched = new Map<string, Set<Subscription>>();
  /** Said with every `current`. */
  saving = true;
  /** A head was wanted and could not be read in time. */
  onUnknown: () => void = () => {};
  private asking = false;
  private askedAtMs = 0;

  constructor(
    private readonly reads: HubReads,
    /** Monotonic milliseconds. */
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  add(subscription: Subscription): void {
    const key = keyOf(subscription.clinicId, subscription.sessionId);
    const set = this.watched.get(key) ?? new Set();
    this.watched.set(key, set.add(subscription));
    this.catchUp([subscription]);
  }

  remove(subscription: Subscription): void {
    const key = keyOf(subscription.clinicId, subscription.sessionId);
    const set = this.watched.get(key);
    set?.delete(subscription);
    if (set?.size === 0) this.watched.delete(key);
  }

  watchedSessions(): number {
    return this.watched.size;
  }

  /** Entries committed by this process, straight from memory: no read for those who are up to date. */
  committed(streams: readonly CommittedStream[]): void {
    for (const { clinicId, streamId, entries } of streams) {
      const subscriptions = this.watched.get(keyOf(clinicId, streamId));
      const [first] = entries;
      const last = entries.at(-1);
      if (subscriptions === undefined || first === undefined || last === undefined) continue;
      let frame: string | null = null;
      const behind: Subscription[] = [];
      for (const subscription of subscriptions) {
        const next = !subscription.busy && subscription.cursor === first.seq - 1;
        if (next && readsEverything(subscription.role, 'in-progress')) {
          frame ??= JSON.stringify({ type: 'entries', sessionId: streamId, entries });
          subscription.cursor = last.seq;
          subscription.send(frame);
        } else if (subscription.cursor < last.seq) {
          behind.push(subscription);
        }
      }
      this.catchUp(behind);
    }
  }

  /** Another process says that a session has reached `seq`; hints of our own commits find nobody behind. */
  hint(clinicId: string, sessionId: string, seq: number): void {
    const subscriptions = this.watched.get(keyOf(clinicId, sessionId));
    if (subscriptions !== undefined) this.catchUp([...subscriptions].filter((one) => one.cursor < seq));
  }

  /**
   * Reads the heads of all watched sessions in one query, then sends what is missing or says `current`. While an
   * earlier reading is still unanswered there is no second one: the screens are told that the head is not known.
   */
  async poll(): Promise<void> {
    if (this.watched.size === 0) return;
    const sinceMs = this.nowMs() - this.askedAtMs;
    if (this.asking) {
      if (sinceMs > FRESH_MS) this.unknown();
      return;
    }
    this.asking = true;
    this.askedAtMs = this.nowMs();
    try {
      const heads = await this.readHeads();
      if (this.nowMs() - this.askedAtMs > FRESH_MS) this.unknown();
      else for (const head of heads) this.tell(head, this.askedAtMs);
    } catch {
      this.unknown();
    } finally {
      this.asking = false;
    }
  }

  private readHeads(): PromiseLike<readonly WatchedHead[]> {
    const ids = new Set<string>();
    for (const set of this.watched.values()) for (const one of set) ids.add(one.sessionId);
    return this.reads.heads(ids);
  }

  /** Nothing is claimed that was not read. */
  private unknown(): void {
    this.onUnknown();
    for (const set of this.watched.values()) for (const one of set) one.send(headUnknownFrame(one.sessionId));
  }

  /** What came after the reading was asked for proves nothing about it: neither an entry nor a ping. */
  private tell({ clinicId, sessionId, lastSeq }: WatchedHead, askedAtMs: number): void {
    const behind: Subscription[] = [];
    for (const subscription of this.watched.get(keyOf(clinicId, sessionId)) ?? []) {
      if (subscription.busy) continue;
      if (subscription.cursor < lastSeq) behind.push(subscription);
      else if (subscription.ahead) subscription.send(cursorAheadFrame(sessionId));
      else {
        const heard = subscription.heardBy(askedAtMs);
        subscription.send(currentFrame(sessionId, lastSeq, this.saving, heard));
      }
    }
    this.catchUp(behind);
  }

  /** One reading for all who stand at the same seq and may see the same: 50 screens cost one query. */
  private catchUp(subscriptions: readonly Subscription[]): void {
    const groups = new Map<string, Subscription[]>();
    for (const subscription of subscriptions) {
      subscription.again = true;
      if (subscription.busy) continue;
      subscription.busy = true;
      const { role, cursor } = subscription;
      const key = `${readsEverything(role, 'in-progress') ? 'all' : role}:${cursor}`;
      groups.set(key, [...(groups.get(key) ?? []), subscription]);
    }
    for (const group of groups.values()) void this.follow(group);
  }

  /** `group` stands at one cursor, in one session, with one view of it; and does so until the end. */
  private async follow(group: readonly Subscription[]): Promise<void> {
    const [first] = group as [Subscription, ...Subscription[]];
    const { clinicId, sessionId, role } = first;
    try {
      while (group.some((one) => one.again)) {
        for (const one of group) one.again = false;
        const askedAtMs = this.nowMs();
        const after = first.cursor;
        const lastSeq = await readPages(
          this.reads.page,
          { clinicId, sessionId, role, after: first.cursor },
          (frame, seq) => {
            for (const one of group) {
              one.cursor = seq;
              one.send(frame);
            }
          },
        );
        if (lastSeq === null) for (const one of group) one.end();
        else if (lastSeq < after) {
          for (const one of group) {
            one.ahead = true;
            one.send(cursorAheadFrame(sessionId));
          }
        } else if (lastSeq <= first.cursor && this.nowMs() - askedAtMs <= FRESH_MS) {
          for (const one of group)
            one.send(currentFrame(sessionId, lastSeq, this.saving, one.heardBy(askedAtMs)));
        }
      }
    } catch {
      this.onUnknown();
      for (const one of group) one.send(headUnknownFrame(sessionId));
    } finally {
      for (const one of group) one.busy = false;
    }
  }
}
