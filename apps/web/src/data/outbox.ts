import type { Problem } from '@tandem/wire';
import type { OutboxAuthor, OutboxItem, OutboxShelf } from './outbox-shelf.ts';
import { backoffMs, type Scheduler } from './scheduler.ts';

/** `failed`: nobody knows whether it was stored (no answer, time-out, 5xx), so the same id goes again. */
export type SendOutcome =
  | { readonly type: 'stored' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'failed' }
  | { readonly type: 'signed-out' };

export type NewOutboxItem = Pick<OutboxItem, 'sessionId' | 'entry' | 'line' | 'author' | 'epoch'>;

export interface Outbox {
  /** Resolves once the item is on the shelf; sending goes on by itself. */
  add(item: NewOutboxItem): Promise<void>;
  /** In the order in which they were recorded; the same array until something changes. */
  items(): readonly OutboxItem[];
  /** The entries came over the socket: the server has them, whatever became of the POST. */
  arrived(ids: Iterable<string>): void;
  /** Throws a refused item away. Anything else stays. */
  discard(id: string): void;
  /** Who is signed in now; null holds everything. */
  speakAs(author: OutboxAuthor | null): void;
  /** The network is back: does not wait for the rest of a back-off. */
  retryNow(): void;
  subscribe(listener: () => void): () => void;
}

export interface OutboxParts {
  readonly send: (item: OutboxItem) => Promise<SendOutcome>;
  readonly shelf: OutboxShelf;
  readonly scheduler: Scheduler;
  readonly random: () => number;
}

/**
 * Durable queue between a form and the log. Per session one POST at a time and in order: the second entry of
 * a session waits for the first, because a correction must not overtake what it corrects.
 */
export function createOutbox({ send, shelf, scheduler, random }: OutboxParts): Outbox {
  let list: readonly OutboxItem[] = [];
  let speaker: OutboxAuthor | null = null;
  const inFlight = new Set<string>();
  const waits = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  /** Additions one after the other: a slow shelf must not let the second overtake the first. */
  let adding: Promise<void>;

  function set(next: readonly OutboxItem[]): void {
    list = next;
    for (const listener of listeners) listener();
  }

  function change(id: string, to: Partial<OutboxItem>): void {
    set(list.map((item) => (item.id === id ? { ...item, ...to } : item)));
  }

  function drain(sessionId: string): void {
    if (inFlight.has(sessionId) || waits.has(sessionId)) return;
    // An entry of someone who signed out waits for them and does not hold up the person who is here now.
    const head = list.find(
      (item) => item.sessionId === sessionId && item.status === 'queued' && speaks(item.author),
    );
    if (head === undefined) return;
    inFlight.add(sessionId);
    change(head.id, { status: 'sending', attempts: head.attempts + 1 });
    void send(head)
      .catch((): SendOutcome => ({ type: 'failed' }))
      .then((outcome) => {
        inFlight.delete(sessionId);
        settle(head.id, outcome);
        drain(sessionId);
      });
  }

  function settle(id: string, outcome: SendOutcome): void {
    const item = list.find((candidate) => candidate.id === id);
    // It came over the socket while the POST was under way: settled already.
    if (item === undefined) return;
    switch (outcome.type) {
      case 'stored':
        change(id, { status: 'stored' });
        void shelf.remove(id);
        return;
      case 'refused': {
        const refused: OutboxItem = { ...item, status: 'refused', problem: outcome.problem };
        change(id, refused);
        void shelf.put(refused);
        return;
      }
      case 'failed':
        change(id, { status: 'queued' });
        wait(item.sessionId, backoffMs(item.attempts, random));
        return;
      case 'signed-out':
        change(id, { status: 'queued' });
        speaker = null;
    }
  }

  function wait(sessionId: string, delayMs: number): void {
    const cancel = scheduler.after(delayMs, () => {
      waits.delete(sessionId);
      drain(sessionId);
    });
    waits.set(sessionId, cancel);
  }

  function speaks(author: OutboxAuthor): boolean {
    return speaker !== null && speaker.personId === author.personId && speaker.role === author.role;
  }

  function drainAll(): void {
    for (const sessionId of new Set(list.map((item) => item.sessionId))) drain(sessionId);
  }

  // What an earlier page left behind stands before anything recorded since.
  adding = shelf.all().then((left) => {
    if (left.length > 0) set([...left.map(afterRestart), ...list]);
    drainAll();
  });

  return {
    add({ sessionId, entry, line, author, epoch }) {
      const item: OutboxItem = {
        id: entry.id,
        sessionId,
        entry,
        line,
        author,
        epoch,
        queuedAtMs: scheduler.nowMs(),
        status: 'queued',
        attempts: 0,
        problem: null,
      };
      adding = adding.then(async () => {
        // On the shelf before on the screen: what a person sees as kept must be kept. A full disk must still not
        // lose what was typed, so it goes on from memory.
        await shelf.put(item).catch(() => {});
        set([...list, item]);
        drain(sessionId);
      });
      return adding;
    },
    items: () => list,
    arrived(ids) {
      const known = new Set(ids);
      const gone = list.filter((item) => known.has(item.id));
      if (gone.length === 0) return;
      set(list.filter((item) => !known.has(item.id)));
      for (const item of gone) void shelf.remove(item.id);
    },
    discard(id) {
      if (!list.some((item) => item.id === id && item.status === 'refused')) return;
      set(list.filter((item) => item.id !== id));
      void shelf.remove(id);
    },
    speakAs(author) {
      speaker = author;
      drainAll();
    },
    retryNow() {
      for (const cancel of waits.values()) cancel();
      waits.clear();
      drainAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A POST that was under way when the page went is one nobody knows the end of: it goes again. */
function afterRestart(item: OutboxItem): OutboxItem {
  return item.status === 'sending' ? { ...item, status: 'queued' } : item;
}
