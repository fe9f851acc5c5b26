import type { AnyNewEntry, Role } from '@tandem/domain';
import type { Problem } from '@tandem/wire';

/** What a person recorded and the server has not confirmed on the socket yet. */
export interface OutboxItem {
  /** The entry's id: the same in every try, so that a repeated POST stores nothing twice. */
  readonly id: string;
  readonly sessionId: string;
  readonly entry: AnyNewEntry;
  /** As typed, to put back into the line when the server refuses it. */
  readonly line: string;
  /** Whose entry it is. It is never sent under another login or another role. */
  readonly author: OutboxAuthor;
  /** Epoch of the database the person was looking at. It is never sent to another one. */
  readonly epoch: string;
  readonly queuedAtMs: number;
  readonly status: 'queued' | 'sending' | 'stored' | 'refused';
  readonly attempts: number;
  readonly problem: Problem | null;
  /** It was written to a file on purpose: it no longer holds up a sign-out. */
  readonly exported: boolean;
}

/** One person at one clinic: each has a key of their own on a device. */
export interface OutboxOwner {
  readonly personId: string;
  readonly clinicId: string;
}

export interface OutboxAuthor extends OutboxOwner {
  readonly name: string;
  readonly role: Role;
}

/** What waits on this device of one person, without being opened. */
export interface Waiting extends OutboxOwner {
  readonly name: string;
  readonly count: number;
  readonly oldestMs: number;
}

/** Where items are kept until they are stored, for all tabs of this browser. */
export interface OutboxShelf {
  /** Of one person, in the order in which they were recorded. */
  all(owner: OutboxOwner): Promise<readonly OutboxItem[]>;
  /** Resolves once it is where a reload and a crash leave it. @throws when it cannot be kept there */
  put(item: OutboxItem): Promise<void>;
  remove(id: string): Promise<void>;
  waiting(): Promise<readonly Waiting[]>;
  /** Called when all that was kept is gone, because somebody or the browser cleared it. */
  onCleared(listener: () => void): void;
}

/** Lives as long as its holder; for tests, and for the wait between a form and the disk. */
export function memoryShelf(): OutboxShelf {
  const items = new Map<string, OutboxItem>();
  return {
    all: async (owner) => [...items.values()].filter(({ author }) => isOf(author, owner)),
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
    waiting: async () =>
      waitingOf([...items.values()].map(({ author, queuedAtMs }) => ({ ...author, queuedAtMs }))),
    onCleared() {},
  };
}

export function isOf(one: OutboxOwner, owner: OutboxOwner): boolean {
  return one.personId === owner.personId && one.clinicId === owner.clinicId;
}

/** Counted by person, who has waited longest first. */
export function waitingOf(
  rows: readonly (OutboxOwner & { readonly name: string; readonly queuedAtMs: number })[],
): Waiting[] {
  const people = new Map<string, Waiting>();
  for (const { personId, clinicId, name, queuedAtMs } of rows) {
    const key = `${clinicId} ${personId}`;
    const { count, oldestMs } = people.get(key) ?? { count: 0, oldestMs: queuedAtMs };
    people.set(key, {
      ...{ personId, clinicId, name },
      count: count + 1,
      oldestMs: Math.min(oldestMs, queuedAtMs),
    });
  }
  return [...people.values()].sort((a, b) => a.oldestMs - b.oldestMs);
}
