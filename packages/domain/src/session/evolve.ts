import type { Amendment } from '../entries/amendment.ts';
import type { Entry } from '../entries/entry-kind.ts';
import { type AnyEntry, entryKindOf } from '../entries/registry.ts';
import type { Retraction } from '../entries/retraction.ts';
import { SeqList } from './seq-list.ts';
import { type Item, initialState, type SessionState } from './state.ts';

/**
 * (state, entry) -> state: the one fold, the same function on the server and in the browser. It never refuses:
 * what is in the log happened. Kinds it does not know and withheld entries keep their place on the timeline.
 * @throws RangeError when `entry` is not the next one: callers order by seq (see `feed.ts`)
 */
export function evolve(state: SessionState, entry: Entry): SessionState {
  if (entry.seq !== state.lastSeq + 1) {
    throw new RangeError(`entry ${entry.seq} does not follow ${state.lastSeq}`);
  }
  return applyStep(place(state, entry), entry as AnyEntry);
}

/** Folds entries that follow each other, from nothing or from `state`. */
export function fold(
  sessionId: string,
  entries: Iterable<Entry>,
  state = initialState(sessionId),
): SessionState {
  let folded = state;
  for (const entry of entries) folded = evolve(folded, entry);
  return folded;
}

function place(state: SessionState, entry: Entry): SessionState {
  const item: Item = {
    entry,
    data: entry.data,
    happenedAt: entry.happenedAt,
    amendments: [],
    retraction: null,
    redaction: null,
    lastChangeSeq: entry.seq,
  };
  const position = state.items.length;
  const ofKind = state.byKind[entry.kind] ?? SeqList.empty<number>();
  return {
    ...state,
    lastSeq: entry.seq,
    lastHash: entry.hash,
    items: state.items.append(item),
    index: state.index.with(entry.id, position),
    byKind: { ...state.byKind, [entry.kind]: ofKind.append(position) },
  };
}

function applyStep(state: SessionState, entry: AnyEntry): SessionState {
  if (entry.data === null) return state;
  switch (entry.kind) {
    case 'planned':
      return { ...state, plan: entry.data, origin: entry.data.origin ?? state.origin };
    case 'started':
      return {
        ...state,
        status: 'in-progress',
        origin: entry.data.transcribed ? 'transcribed' : state.origin,
        pins: entry.data.pins,
        startedAt: entry.happenedAt,
      };
    case 'ended':
      return { ...state, status: 'ended', endedAt: entry.happenedAt, disposition: entry.data.disposition };
    case 'cancelled':
      return { ...state, status: 'cancelled' };
    case 'signed': {
      const { author, happenedAt: at, seq } = entry;
      const signatures = [...state.signatures, { author, meaning: entry.data.meaning, at, seq }];
      return { ...state, signatures, status: entry.data.locks ? 'signed' : state.status };
    }
    case 'closed':
      return {
        ...state,
        status: 'signed',
        closed: { by: entry.author, at: entry.happenedAt, ...entry.data },
      };
    case 'amendment':
      return correct(state, entry.data.entryId, (item) => amended(item, entry, entry.data as Amendment));
    case 'retraction':
      return correct(state, (entry.data as Retraction).entryId, (item) => ({
        ...item,
        retraction: entry,
        lastChangeSeq: entry.seq,
      }));
    case 'redaction':
      return redacted(state, entry);
    default:
      return state;
  }
}

/**
 * The text of an entry and of its amendments is gone: a screen that holds it forgets it, and stands then as one that
 * reads the log anew.
 */
function redacted(state: SessionState, entry: Extract<AnyEntry, { kind: 'redaction' }>): SessionState {
  if (entry.data === null) return state;
  const { entryId, amendmentIds = [] } = entry.data;
  let { items } = state;
  for (const id of [entryId, ...amendmentIds]) {
    const position = state.index.get(id);
    const item = position === undefined ? undefined : items.at(position);
    if (position === undefined || item === undefined) continue;
    const blank = withoutText(item.entry);
    items = items.replace(position, {
      entry: blank,
      data: null,
      happenedAt: blank.happenedAt,
      amendments: [],
      retraction: null,
      redaction: entry,
      lastChangeSeq: blank.seq,
    });
  }
  return { ...state, items };
}

/** As the log serves an entry whose payload was erased. */
function withoutText(entry: Entry): Entry {
  if (entry.context === null) return { ...entry, data: null };
  const { lateReason: _, ...context } = entry.context;
  return { ...entry, data: null, context: Object.keys(context).length === 0 ? null : context };
}

function amended(item: Item, entry: Entry, amendment: Amendment): Item {
  return {
    ...item,
    // Through the kind's schema, as the original was: an amended dose keeps its default state.
    data: entryKindOf(item.entry.kind)?.data.safeParse(amendment.data).data ?? amendment.data,
    happenedAt: amendment.correctedHappenedAt ?? item.happenedAt,
    amendments: [...item.amendments, entry],
    lastChangeSeq: entry.seq,
  };
}

function correct(state: SessionState, entryId: string, change: (item: Item) => Item): SessionState {
  const position = state.index.get(entryId);
  const item = position === undefined ? undefined : state.items.at(position);
  // The original may be withheld from this reader; the correction then changes nothing they can see.
  if (position === undefined || item === undefined || item.data === null) return state;
  return { ...state, items: state.items.replace(position, change(item)) };
}
