import { createOutbox } from '../../apps/web/src/data/outbox.ts';
import { isOf, type OutboxItem, type OutboxShelf, waitingOf } from '../../apps/web/src/data/outbox-shelf.ts';
import type { Tabs } from '../../apps/web/src/data/outbox-tabs.ts';
import type { Outbox, SendOutcome } from '../../apps/web/src/data/outbox-types.ts';
import type { Scheduler } from '../../apps/web/src/data/scheduler.ts';

/** The one place that knows how the dashboard's outbox is made. */
export interface OutboxNeeds {
  readonly send: (item: OutboxItem) => Promise<SendOutcome>;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly tabs: Tabs;
  /** What this browser keeps; outlives the page and is shared by its tabs. */
  readonly kept: Kept;
  /** A write or a removal takes some time of this page, and is lost with the page before that. */
  readonly write: (store: () => void) => Promise<void>;
  /** What the shelf holds at the start of a page. */
  readonly read: (items: readonly OutboxItem[]) => readonly OutboxItem[];
}

/** A browser's durable storage, as far as the outbox uses it. */
export type Kept = Map<string, OutboxItem>;

export function outboxOf({ send, scheduler, random, kept, write, read, tabs }: OutboxNeeds): Outbox {
  const shelf: OutboxShelf = {
    async all(owner) {
      await write(() => {});
      return read([...kept.values()]).filter(({ author }) => isOf(author, owner));
    },
    put: (item) => write(() => void kept.set(item.id, item)),
    remove: (id) => write(() => void kept.delete(id)),
    waiting: async () =>
      waitingOf([...kept.values()].map(({ author, queuedAtMs }) => ({ ...author, queuedAtMs }))),
    onCleared() {},
  };
  return createOutbox({ send, shelf, scheduler, random, tabs });
}
