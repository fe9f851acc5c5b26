import type { Problem } from '@tandem/wire';
import { mergeShelf } from './outbox-merge.ts';
import { isOf, type OutboxItem, type Waiting } from './outbox-shelf.ts';
import { alone } from './outbox-tabs.ts';
import type { Keeping, Outbox, OutboxParts, SendOutcome, Speaker } from './outbox-types.ts';
import { backoffMs } from './scheduler.ts';

/**
 * Durable queue between a form and the log. Per session one POST at a time and in order, over all tabs: the second
 * entry of a session waits for the first, because a correction must not overtake what it corrects.
 */
export function createOutbox({ send, shelf, scheduler, random, tabs = alone }: OutboxParts): Outbox {
  let list: readonly OutboxItem[] = [];
  let own: readonly OutboxItem[] = [];
  let waiting: readonly Waiting[] = [];
  let others: readonly Waiting[] = [];
  let speaker: Speaker | null = null;
  /** Counts who speaks: an answer may be to somebody who does no more. */
  let turn = 0;
  let keeping: Keeping = { pageOnly: 0, cleared: null };
  /** Not on the shelf: it was full, or the clinic keeps nothing on devices. */
  const pageOnly = new Set<string>();
  /** On their way off the shelf. */
  const leaving = new Set<string>();
  /** Of this page on the shelf, so far. */
  let writes = 0;
  const inFlight = new Set<string>();
  const busy = new Set<string>();
  const waits = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  /** Additions one after the other: a slow shelf must not let the second overtake the first. */
  let adding: Promise<void> = Promise.resolve();

  function set(next: readonly OutboxItem[]): void {
    list = next;
    told();
  }

  function told(): void {
    own = list.filter(({ author }) => speaker !== null && isOf(author, speaker));
    const unsafe = own.filter(({ id, status }) => status !== 'stored' && pageOnly.has(id)).length;
    if (unsafe !== keeping.pageOnly) keeping = { ...keeping, pageOnly: unsafe };
    others = waiting.filter((one) => speaker === null || !isOf(one, speaker));
    for (const listener of listeners) listener();
  }

  function change(id: string, to: Partial<OutboxItem>): void {
    set(list.map((item) => (item.id === id ? { ...item, ...to } : item)));
  }

  async function keep(item: OutboxItem): Promise<void> {
    try {
      if (speaker?.offlineMode === false) throw new Error('this clinic keeps nothing on devices');
      await shelf.put(item);
      writes += 1;
      pageOnly.delete(item.id);
      tabs.changed();
    } catch {
      // A full disk must not lose what was typed: it goes on from memory, and the page says so.
      pageOnly.add(item.id);
    }
  }

  function drop(id: string): void {
    pageOnly.delete(id);
    leaving.add(id);
    const gone = () => {
      writes += 1;
      leaving.delete(id);
      tabs.changed();
    };
    void shelf.remove(id).then(gone, () => {});
  }

  /** What other tabs, or an earlier page, added, sent and set aside. */
  async function refresh(): Promise<void> {
    waiting = await shelf.waiting().catch(() => waiting);
    for (;;) {
      const asked = speaker;
      const before = writes;
      const kept = asked === null ? [] : await shelf.all(asked).catch(() => null);
      if (kept === null || asked === null) return told();
      // A reading from before something that this page wrote would undo it.
      if (asked !== speaker || writes !== before) continue;
      const still = kept.filter(({ id }) => !leaving.has(id));
      return set(mergeShelf(still, { list, owner: asked, inFlight, pageOnly }));
    }
  }

  function nextOf(sessionId: string): OutboxItem | undefined {
    return list.find((item) => item.sessionId === sessionId && item.status === 'queued' && speaks(item));
  }

  /** An entry of someone who signed out, or of another database, waits and does not hold up the person here now. */
  function speaks({ author, epoch }: OutboxItem): boolean {
    return (
      speaker !== null && isOf(author, speaker) && author.role === speaker.role && epoch === speaker.epoch
    );
  }

  function drain(sessionId: string): void {
    if (busy.has(sessionId) || waits.has(sessionId) || nextOf(sessionId) === undefined) return;
    busy.add(sessionId);
    void tabs
      .exclusively(sessionId, () => sendAll(sessionId))
      .catch(() => false)
      .then((again) => {
        busy.delete(sessionId);
        if (again) drain(sessionId);
      });
  }

  /** @returns whether something may be left that can go at once */
  async function sendAll(sessionId: string): Promise<boolean> {
    for (;;) {
      await refresh();
      const head = nextOf(sessionId);
      if (head === undefined) return true;
      inFlight.add(head.id);
      change(head.id, { status: 'sending', attempts: head.attempts + 1 });
      const asked = turn;
      const outcome = await send(head).catch((): SendOutcome => ({ type: 'failed' }));
      inFlight.delete(head.id);
      if (!settle(head.id, outcome, asked)) return false;
    }
  }

  /** @returns whether the next one may go */
  function settle(id: string, outcome: SendOutcome, asked: number): boolean {
    const item = list.find((candidate) => candidate.id === id);
    // It came over the socket while the POST was under way: settled already.
    if (item === undefined) return true;
    switch (outcome.type) {
      case 'stored':
        change(id, { status: 'stored' });
        drop(id);
        return true;
      case 'refused': {
        const refused: OutboxItem = { ...item, status: 'refused', problem: outcome.problem };
        change(id, refused);
        void keep(refused);
        return true;
      }
      case 'failed':
        change(id, { status: 'queued' });
        wait(item.sessionId, backoffMs(item.attempts, random));
        return false;
      case 'other-epoch':
      case 'signed-out':
        change(id, { status: 'queued' });
        // It was known before this answer came, and is said already: nobody would say it once more.
        if (asked !== turn) return true;
        // Whoever hears of it asks again who this is, on which database, and says so here.
        speaker = null;
        return false;
    }
  }

  function wait(sessionId: string, delayMs: number): void {
    const cancel = scheduler.after(delayMs, () => {
      waits.delete(sessionId);
      drain(sessionId);
    });
    waits.set(sessionId, cancel);
  }

  function drainAll(): void {
    for (const sessionId of new Set(list.map((item) => item.sessionId))) drain(sessionId);
  }

  tabs.onChange(() => void refresh().then(drainAll));
  shelf.onCleared(() => {
    const gone = others;
    const mine = own.filter(({ status, id }) => status !== 'stored' && !pageOnly.has(id));
    if (gone.length + mine.length > 0) keeping = { ...keeping, cleared: { gone } };
    waiting = [];
    for (const { id } of mine) pageOnly.add(id);
    told();
    // This page still has its own: they go back to where a reload finds them.
    void Promise.all(mine.map(keep)).then(refresh);
  });
  void refresh();

  return {
    add({ sessionId, entry, line, author, epoch }) {
      const item: OutboxItem = {
        id: entry.id,
        ...{ sessionId, entry, line, author, epoch },
        queuedAtMs: scheduler.nowMs(),
        status: 'queued',
        attempts: 0,
        problem: null,
        exported: false,
      };
      adding = adding.then(async () => {
        // On the shelf before on the screen: what a person sees as kept must be kept.
        await keep(item);
        if (!list.some(({ id }) => id === item.id)) set([...list, item]);
        drain(sessionId);
      });
      return adding;
    },
    items: () => own,
    others: () => others,
    keeping: () => keeping,
    arrived(ids) {
      const known = new Set(ids);
      const gone = list.filter((item) => known.has(item.id));
      if (gone.length === 0) return;
      set(list.filter((item) => !known.has(item.id)));
      for (const item of gone) drop(item.id);
    },
    discard(id) {
      const item = list.find((one) => one.id === id);
      if (item === undefined || !mayDiscard(item, speaker)) return;
      set(list.filter((one) => one !== item));
      drop(id);
    },
    async exported(ids) {
      const written = list.filter(({ id, status }) => ids.includes(id) && status !== 'stored');
      set(list.map((item) => (written.includes(item) ? { ...item, exported: true } : item)));
      await Promise.all(written.map((item) => keep({ ...item, exported: true })));
    },
    async adopt(owner, send) {
      const refused: Problem[] = [];
      let stored = 0;
      try {
        for (const item of await shelf.all(owner)) {
          const problem = await send(item);
          if (problem !== null) refused.push(problem);
          else {
            await shelf.remove(item.id);
            stored += 1;
          }
        }
      } finally {
        tabs.changed();
        await refresh();
      }
      return { stored, refused };
    },
    speakAs(next) {
      turn += 1;
      speaker = next;
      told();
      drainAll();
      void refresh().then(drainAll);
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

function mayDiscard({ status, epoch, exported }: OutboxItem, speaker: Speaker | null): boolean {
  return status === 'refused' || (exported && speaker !== null && epoch !== speaker.epoch);
}
