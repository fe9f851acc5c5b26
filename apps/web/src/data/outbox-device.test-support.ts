import { manualTime } from './manual-time.test-support.ts';
import { createOutbox } from './outbox.ts';
import { memoryShelf, type OutboxItem, type OutboxOwner, type OutboxShelf } from './outbox-shelf.ts';
import type { Tabs } from './outbox-tabs.ts';
import type { SendOutcome } from './outbox-types.ts';
import { slowServer } from './slow-server.test-support.ts';

/** One browser: pages that share a shelf and its lock, before one server. */
export function device() {
  const time = manualTime();
  const server = slowServer();
  const shelf = memoryShelf();
  const locks = new Map<string, Promise<unknown>>();
  const pages = new Set<() => void>();
  const onCleared: (() => void)[] = [];
  const page = (own: OutboxShelf = shelf) => {
    const listeners: (() => void)[] = [];
    const tell = () => {
      for (const listener of listeners) listener();
    };
    const alive = { now: true };
    const tabs: Tabs = {
      exclusively(name, task) {
        const turn = (locks.get(name) ?? Promise.resolve()).then(task);
        locks.set(
          name,
          turn.catch(() => {}),
        );
        return turn;
      },
      changed() {
        for (const other of pages) if (other !== tell) other();
      },
      onChange: (listener) => void listeners.push(listener),
    };
    pages.add(tell);
    const seen = { ...own, onCleared: (listener: () => void) => void onCleared.push(listener) };
    const send = (item: OutboxItem) => (alive.now ? server.send(item) : new Promise<SendOutcome>(() => {}));
    const outbox = createOutbox({ send, shelf: seen, scheduler: time, random: () => 0, tabs });
    const crash = () => {
      alive.now = false;
      pages.delete(tell);
      locks.clear();
    };
    return { outbox, crash };
  };
  const clear = async () => {
    for (const { id } of [...(await everything(shelf))]) await shelf.remove(id);
    for (const told of onCleared) told();
  };
  return { time, server, shelf, page, clear };
}

/** A disk that answers when it is told to. */
export function slowShelf(shelf: OutboxShelf) {
  let hold: ((reading: () => void) => void) | null = null;
  let removal: Promise<void> = Promise.resolve();
  return {
    shelf: {
      ...shelf,
      async all(owner: OutboxOwner) {
        const found = await shelf.all(owner);
        const held = hold;
        hold = null;
        if (held !== null) await new Promise<void>((resolve) => held(resolve));
        return found;
      },
      async remove(id: string) {
        await removal;
        await shelf.remove(id);
      },
    },
    /** The next reading that `begin` asks for has read, and is handed over by what this resolves with. */
    holdReading(begin: () => void): Promise<() => void> {
      return new Promise((resolve) => {
        hold = resolve;
        begin();
      });
    },
    /** @returns lets it go on */
    holdRemoval(): () => void {
      let go: () => void = () => {};
      removal = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

async function everything(shelf: OutboxShelf): Promise<OutboxItem[]> {
  const found = await Promise.all((await shelf.waiting()).map((owner) => shelf.all(owner)));
  return found.flat();
}
