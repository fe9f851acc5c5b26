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
  /** Epoch of the database the person was looking at. */
  readonly epoch: string;
  readonly queuedAtMs: number;
  readonly status: 'queued' | 'sending' | 'stored' | 'refused';
  readonly attempts: number;
  readonly problem: Problem | null;
}

export interface OutboxAuthor {
  readonly personId: string;
  readonly role: Role;
}

/** Where items are kept until they are stored. Asynchronous, so that a database can take this place. */
export interface OutboxShelf {
  all(): Promise<readonly OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Lives as long as the page; a reload empties it, so the page asks before it is closed (see live.tsx). */
export function memoryShelf(): OutboxShelf {
  const items = new Map<string, OutboxItem>();
  return {
    all: async () => [...items.values()],
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
  };
}
