import type { AuditAction, Author } from '@tandem/domain';
import type { StreamFold } from './fold.ts';
import type { Head, SealedRow } from './seal.ts';

/** One stream as a flush holds it: its head under the lock, its state, and what is to be written. */
export interface Stream {
  readonly clinicId: string;
  readonly streamId: string;
  head: Head;
  isNew: boolean;
  fold: StreamFold;
  readonly sealed: SealedRow[];
  readonly acts: StreamAct[];
}

/** What the audit keeps of a request besides its entries. */
export interface StreamAct {
  readonly actor: Author;
  readonly action: AuditAction;
  readonly entryCount: number;
}

export const keyOf = (clinicId: string, id: string) => `${clinicId}:${id}`;
