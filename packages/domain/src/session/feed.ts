import type { Entry } from '../entries/entry-kind.ts';
import { evolve } from './evolve.ts';
import { initialState, type SessionState } from './state.ts';

/**
 * What a screen has of one session: the folded state up to the last entry without a gap, and entries that
 * arrived ahead of a missing one. Any order of arrival, any duplication and any reconnection end in the same
 * state, because entries are folded by seq alone (LOG-3).
 */
export interface Feed {
  readonly state: SessionState;
  /** Entries after a gap, by seq. */
  readonly waiting: ReadonlyMap<number, Entry>;
}

export function emptyFeed(sessionId: string): Feed {
  return { state: initialState(sessionId), waiting: new Map() };
}

/** Takes entries in any order; known ones are ignored. Returns the same feed when nothing changed. */
export function ingest(feed: Feed, entries: Iterable<Entry>): Feed {
  let waiting: Map<number, Entry> | null = null;
  for (const entry of entries) {
    if (entry.seq <= feed.state.lastSeq || feed.waiting.has(entry.seq)) continue;
    waiting ??= new Map(feed.waiting);
    waiting.set(entry.seq, entry);
  }
  if (waiting === null) return feed;
  let { state } = feed;
  for (let next = waiting.get(state.lastSeq + 1); next !== undefined; next = waiting.get(state.lastSeq + 1)) {
    waiting.delete(next.seq);
    state = evolve(state, next);
  }
  return { state, waiting };
}

/** The first missing range, `[from, to]` inclusive, or null when nothing is missing below what was seen. */
export function gapOf(feed: Feed): { from: number; to: number } | null {
  if (feed.waiting.size === 0) return null;
  return { from: feed.state.lastSeq + 1, to: Math.min(...feed.waiting.keys()) - 1 };
}
