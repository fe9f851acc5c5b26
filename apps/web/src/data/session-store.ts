import { type Entry, emptyFeed, type Feed, gapOf, ingest, type SessionState } from '@tandem/domain';
import type { ServedEntry } from '@tandem/wire';
import { type Currency, createCurrencyWatch } from './currency.ts';
import { mustReadAgain, withAdditions } from './expected-state.ts';
import type { OutboxItem } from './outbox-shelf.ts';
import type { Outbox } from './outbox-types.ts';
import type { Scheduler } from './scheduler.ts';
import type { SessionSocket } from './session-socket.ts';

/** What is missing although it was just asked for is asked for again after so long, not with each answer. */
const ASK_AGAIN_MS = 1_000;

export interface SessionView {
  /** What the server confirmed, and nothing else. */
  readonly confirmed: SessionState;
  /**
   * The same with entries of this device that are not confirmed yet. A dose kept here counts in every total
   * at once; a correction counts when it is stored, so that a dose never leaves a total on a promise.
   */
  readonly expected: SessionState;
  /** Of this session, in the order recorded. */
  readonly pending: readonly OutboxItem[];
  readonly currency: Currency;
  /** Seqs that the server has and this screen has not. */
  readonly gap: { readonly from: number; readonly to: number } | null;
  /** The server will not show this session to this role. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

export interface SessionStore {
  view(): SessionView;
  subscribe(listener: () => void): () => void;
  /** After a refusal: it was opened meanwhile. */
  followAgain(): void;
  close(): void;
}

export interface StoreParts {
  readonly sessionId: string;
  readonly socket: Pick<SessionSocket, 'watch' | 'catchUp'>;
  readonly outbox: Pick<Outbox, 'items' | 'arrived' | 'subscribe'>;
  readonly scheduler: Scheduler;
  readonly author: Entry['author'];
}

/** The only owner of a session's live state: confirmed entries folded by the domain, pending ones beside. */
export function createSessionStore({
  sessionId,
  socket,
  outbox,
  scheduler,
  author,
}: StoreParts): SessionStore {
  let feed: Feed = emptyFeed(sessionId);
  const currency = createCurrencyWatch(scheduler, () => changed());
  /** As far as the server said that the session goes. */
  let head = 0;
  let refusal: SessionView['refusal'] = null;
  /** True once everything up to the head was read. */
  let caughtUp = false;
  /** The status that this session was read again for: what was served since then knew of it. */
  let readAgainFor: SessionState['status'] | null = null;
  let asked = { after: -1, atMs: 0 };
  const listeners = new Set<() => void>();
  let pending = pendingOf();
  let view = look();

  function pendingOf(): readonly OutboxItem[] {
    return outbox.items().filter((item) => item.sessionId === sessionId && !isHere(item.id));
  }

  function isHere(id: string): boolean {
    return feed.state.index.get(id) !== undefined;
  }

  function look(): SessionView {
    const expected = withAdditions(feed.state, pending, author);
    return { confirmed: feed.state, expected, pending, currency: currency.now(), gap: missing(), refusal };
  }

  function missing(): SessionView['gap'] {
    const { lastSeq } = feed.state;
    return gapOf(feed) ?? (caughtUp && head > lastSeq ? { from: lastSeq + 1, to: head } : null);
  }

  function changed(): void {
    view = look();
    for (const listener of listeners) listener();
  }

  function take(entries: readonly ServedEntry[]): void {
    const before = feed;
    feed = ingest(feed, entries as readonly Entry[]);
    if (feed === before) return;
    if (feed.state.status !== readAgainFor && mustReadAgain(before.state, feed.state, caughtUp)) {
      readAgainFor = feed.state.status;
      feed = emptyFeed(sessionId);
      caughtUp = false;
      currency.loading();
    }
    pending = pendingOf();
    changed();
    outbox.arrived(entries.map((entry) => entry.id));
    if (gapOf(feed) !== null || feed.state.lastSeq === 0) socket.catchUp(sessionId);
  }

  /**
   * The answer ends with a `current`, which finds the same thing missing when the server cannot give it or this page
   * cannot read it: asking with every answer would be a loop as fast as the line.
   */
  function askForMissing(): void {
    const { lastSeq: after } = feed.state;
    const nowMs = scheduler.nowMs();
    if (asked.after === after && Math.abs(nowMs - asked.atMs) < ASK_AGAIN_MS) return;
    asked = { after, atMs: nowMs };
    socket.catchUp(sessionId);
  }

  function heard(lastSeq: number, ageMs: number): void {
    const before = missing();
    head = lastSeq;
    if (lastSeq > feed.state.lastSeq) {
      // The server is further than we are: something is missing, so this screen is not current.
      askForMissing();
      if (missing()?.to !== before?.to) changed();
      return;
    }
    caughtUp = true;
    currency.heard(ageMs);
  }

  const follow = () =>
    socket.watch(sessionId, {
      after: () => feed.state.lastSeq,
      entries: take,
      current: heard,
      doubted: currency.doubt,
      refused(code, message) {
        refusal = { code, message };
        changed();
      },
    });
  let unwatch = follow();

  const unsubscribe = outbox.subscribe(() => {
    const next = pendingOf();
    if (next.length === 0 && pending.length === 0) return;
    pending = next;
    changed();
  });

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    followAgain() {
      refusal = null;
      unwatch = follow();
      changed();
    },
    close() {
      currency.close();
      unwatch();
      unsubscribe();
      listeners.clear();
    },
  };
}
