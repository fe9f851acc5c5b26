import type { Problem } from '@tandem/wire';
import type { OutboxAuthor, OutboxItem, OutboxOwner, OutboxShelf, Waiting } from './outbox-shelf.ts';
import type { Tabs } from './outbox-tabs.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * `failed`: nobody knows whether it was stored (no answer, time-out, 5xx), so the same id goes again. `other-epoch`: the
 * database was restored, and what was recorded against the one before waits for a person.
 */
export type SendOutcome =
  | { readonly type: 'stored' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'failed' }
  | { readonly type: 'other-epoch' }
  | { readonly type: 'signed-out' };

export type NewOutboxItem = Pick<OutboxItem, 'sessionId' | 'entry' | 'line' | 'author' | 'epoch'>;

/** Who is signed in, on which database, and whether the clinic lets entries wait on devices. */
export interface Speaker extends OutboxAuthor {
  readonly epoch: string;
  readonly offlineMode: boolean;
}

export interface Keeping {
  /** Entries that only this page holds: a reload would lose them. */
  readonly pageOnly: number;
  /** The browser's storage was cleared while entries waited in it; of other people, these are gone. */
  readonly cleared: { readonly gone: readonly Waiting[] } | null;
}

export interface Adopted {
  readonly stored: number;
  readonly refused: readonly Problem[];
}

export interface Outbox {
  /** Resolves once the item is kept; sending goes on by itself. */
  add(item: NewOutboxItem): Promise<void>;
  /** Of the person who is signed in, in the order recorded; the same array until something changes. */
  items(): readonly OutboxItem[];
  /** What waits on this device of everybody else; the same array until something changes. */
  others(): readonly Waiting[];
  keeping(): Keeping;
  /** The entries came over the socket: the server has them, whatever became of the POST. */
  arrived(ids: Iterable<string>): void;
  /** Throws away what was refused, or what was exported and belongs to a database that is gone. */
  discard(id: string): void;
  /** They were written to a file. */
  exported(ids: readonly string[]): Promise<void>;
  /** Who is signed in now; null holds everything. */
  speakAs(speaker: Speaker | null): void;
  /**
   * Opens what somebody who works here no more left, and hands each to `send` in its order. What it stores leaves the
   * device; what it refuses (with the problem) stays and holds up nothing. @throws what `send` throws: the rest stays
   */
  adopt(owner: OutboxOwner, send: (item: OutboxItem) => Promise<Problem | null>): Promise<Adopted>;
  /** The network is back: does not wait for the rest of a back-off. */
  retryNow(): void;
  subscribe(listener: () => void): () => void;
}

export interface OutboxParts {
  readonly send: (item: OutboxItem) => Promise<SendOutcome>;
  readonly shelf: OutboxShelf;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly tabs?: Tabs;
}
