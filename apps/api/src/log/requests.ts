import type { Author, Entry } from '@tandem/domain';
import type { StreamCommand } from './fold.ts';

/** What a caller wants written to one stream. */
export interface AppendRequest {
  readonly clinicId: string;
  readonly streamId: string;
  readonly actor: Author;
  readonly command: StreamCommand;
  /**
   * The time source. Production leaves it out: the database clock, read under the lock. Seed and tests pass a
   * scenario clock; the path is the same one.
   */
  readonly clockMs?: () => number;
}

export interface Appended {
  /** In request order: new ones and ones the log held already. */
  readonly entries: readonly Entry[];
  /** How many of them are new: 0 answers 200, more answers 201. */
  readonly appended: number;
}

/** Entries of one stream written by one commit, in seq order. */
export interface CommittedStream {
  readonly clinicId: string;
  readonly streamId: string;
  readonly entries: readonly Entry[];
}
