import { type Entry, emptyFeed, type Feed, gapOf, ingest, type SessionState } from '@tandem/domain';
import { type ServedEntry, STALE_AFTER_MS } from '@tandem/wire';
import { mustReadAgain, withAdditions } from './expected-state.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxItem } from './outbox-shelf.ts';
import type { Scheduler } from './scheduler.ts';
import type { SessionSocket } from './session-socket.ts';

/** Is this screen up to date? `current` only while the server said so within the last 5 s. */
export type Currency =
  | { readonly type: 'loading' }
  | { readonly type: 'current' }
  | { readonly type: 'not-current'; readonly sinceMs: number };

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
  readonly gap: { readonly from: number; readonly to: number } | null;
  /** The server will not show this session to this role. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

export interface SessionStore {
  view(): SessionView;
  subscribe(listener: () => void): () => void;
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
  let currency: Currency = { type: 'loading' };
  let refusal: SessionView['refusal'] = null;
  /** True once everything up to the head was read; from then on a change of status happens before our eyes. */
  let caughtUp = false;
  let cancelCurtain = () => {};
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
    return { confirmed: feed.state, expected, pending, currency, gap: gapOf(feed), refusal };
  }

  function changed(): void {
    view = look();
    for (const listener of listeners) listener();
  }

  function take(entries: readonly ServedEntry[]): void {
    const before = feed;
    feed = ingest(feed, entries as readonly Entry[]);
    if (feed === before) return;
    if (caughtUp && mustReadAgain(before.state, feed.state)) {
      feed = emptyFeed(sessionId);
      caughtUp = false;
      currency = { type: 'loading' };
    }
    pending = pendingOf();
    changed();
    outbox.arrived(entries.map((entry) => entry.id));
    if (gapOf(feed) !== null || feed.state.lastSeq === 0) socket.catchUp(sessionId);
  }

  function heard(lastSeq: number): void {
    if (lastSeq > feed.state.lastSeq) {
      // The server is further than we are: something is missing, so this screen is not current.
      socket.catchUp(sessionId);
      return;
    }
    caughtUp = true;
    cancelCurtain();
    const heardAtMs = scheduler.nowMs();
    cancelCurtain = scheduler.after(STALE_AFTER_MS, () => {
      currency = { type: 'not-current', sinceMs: heardAtMs };
      changed();
    });
    if (currency.type === 'current') return;
    currency = { type: 'current' };
    changed();
  }

  // Until the first `current` too: a room that never loads must say so, not show grey lanes for ever.
  const openedAtMs = scheduler.nowMs();
  cancelCurtain = scheduler.after(STALE_AFTER_MS, () => {
    currency = { type: 'not-current', sinceMs: openedAtMs };
    changed();
  });

  const unwatch = socket.watch(sessionId, {
    after: () => feed.state.lastSeq,
    entries: take,
    current: heard,
    refused(code, message) {
      refusal = { code, message };
      changed();
    },
  });

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
    close() {
      cancelCurtain();
      unwatch();
      unsubscribe();
      listeners.clear();
    },
  };
}
