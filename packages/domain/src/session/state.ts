import type { Entry } from '../entries/entry-kind.ts';
import type { Disposition, Pins, Plan, SessionOrigin } from '../entries/lifecycle.ts';
import type { DataOf } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import { IdIndex, SeqList } from './seq-list.ts';
import type { SessionStatus } from './status.ts';

/** One entry as it stands now: the original, what later corrections made of it, and those corrections. */
export interface Item {
  readonly entry: Entry;
  /** Data after amendments; null when withheld or redacted. */
  readonly data: unknown;
  /** When it happened, after amendments. */
  readonly happenedAt: string;
  readonly amendments: readonly Entry[];
  readonly retraction: Entry | null;
  /** What took its text away; its data, amendments and retraction are then as if they had never been read. */
  readonly redaction: Entry | null;
  /** Seq of the entry or of its last correction: what an amendment's `basedOnSeq` is held against. */
  readonly lastChangeSeq: number;
}

export interface Signature {
  readonly author: Author;
  readonly meaning: string;
  readonly at: string;
  readonly seq: number;
}

/** A session as its log tells it. Built by `evolve` alone, on the server and in the browser. */
export interface SessionState {
  readonly sessionId: string;
  /** 0 before the first entry. */
  readonly lastSeq: number;
  /** Hash of entry `lastSeq`; empty before the first. */
  readonly lastHash: string;
  readonly status: SessionStatus;
  readonly origin: SessionOrigin;
  readonly plan: Plan | null;
  readonly pins: Pins | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly disposition: Disposition | null;
  readonly signatures: readonly Signature[];
  /** Closed by a lead without the signatures it needed (SGN-3); null otherwise. */
  readonly closed: (DataOf<'closed'> & { readonly by: Author; readonly at: string }) | null;
  /** Every entry in log order: item of seq n is at n - 1. */
  readonly items: SeqList<Item>;
  readonly index: IdIndex;
  /** Positions in `items` by kind, in log order. */
  readonly byKind: Readonly<Record<string, SeqList<number>>>;
}

export function initialState(sessionId: string): SessionState {
  return {
    sessionId,
    lastSeq: 0,
    lastHash: '',
    status: 'planned',
    origin: 'live',
    plan: null,
    pins: null,
    startedAt: null,
    endedAt: null,
    disposition: null,
    signatures: [],
    closed: null,
    items: SeqList.empty(),
    index: IdIndex.empty,
    byKind: {},
  };
}

/** The item of an entry id of this session, or undefined. */
export function itemOf(state: SessionState, entryId: string): Item | undefined {
  const position = state.index.get(entryId);
  return position === undefined ? undefined : state.items.at(position);
}
