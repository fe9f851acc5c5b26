import type { Entry } from '../entries/entry-kind.ts';
import type { DataOf, EntryKind } from '../entries/registry.ts';
import { gramsFromKg } from '../units.ts';
import { type VitalSignKey, vitalSignRows } from '../vitals/catalog.ts';
import { remembered } from './remembered.ts';
import type { Item, SessionState } from './state.ts';

/** An item of a known kind with its data as it stands now. */
export interface Standing<Kind extends EntryKind> {
  readonly id: string;
  readonly seq: number;
  readonly happenedAt: string;
  /** The same in milliseconds since the epoch. */
  readonly happenedMs: number;
  readonly data: DataOf<Kind>;
  readonly item: Item;
}

/** The same object for the same item: what is worked out of it stays known while other entries come. */
const standingItem = remembered((item: Item): Standing<EntryKind> | null => {
  if (item.retraction !== null || item.data === null) return null;
  const { id, seq } = item.entry;
  const { happenedAt } = item;
  return {
    id,
    seq,
    happenedAt,
    happenedMs: Date.parse(happenedAt),
    data: item.data as DataOf<EntryKind>,
    item,
  };
});

/** Per state what was asked of it, by kind: the rules of one entry ask for the same sets and doses over and over. */
const asked = remembered((_state: SessionState) => new Map<EntryKind, unknown>());

/** Entries of one kind that count (not retracted, not withheld), by when they happened, then seq. */
export function standing<Kind extends EntryKind>(state: SessionState, kind: Kind): readonly Standing<Kind>[] {
  const known = asked(state).get(kind) as readonly Standing<Kind>[] | undefined;
  if (known !== undefined) return known;
  const found: Standing<Kind>[] = [];
  for (const position of state.byKind[kind] ?? []) {
    const one = standingItem(state.items.at(position) as Item);
    if (one !== null) found.push(one as unknown as Standing<Kind>);
  }
  found.sort(byTimeThenSeq);
  asked(state).set(kind, found);
  return found;
}

/**
 * Where the last one stands that is not after a moment.
 * @param sorted by `msOf`, oldest first
 * @returns -1 when all of them are after it
 */
export function lastUntil<One>(sorted: readonly One[], untilMs: number, msOf: (one: One) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (msOf(sorted[middle] as One) <= untilMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function byTimeThenSeq(
  a: { happenedAt: string; seq: number },
  b: { happenedAt: string; seq: number },
): number {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? -1 : 1;
  return a.seq - b.seq;
}

/**
 * The timeline as people read it: by when it happened, then by seq. Corrections stand with the entry they
 * correct and have no row of their own.
 */
export function timeline(state: SessionState): Item[] {
  const rows: Item[] = [];
  for (const item of state.items) {
    if (item.entry.kind !== 'amendment' && item.entry.kind !== 'retraction') rows.push(item);
  }
  return rows.sort((a, b) =>
    byTimeThenSeq(
      { happenedAt: a.happenedAt, seq: a.entry.seq },
      { happenedAt: b.happenedAt, seq: b.entry.seq },
    ),
  );
}

/** The phase that counts now and since when; null before the first. */
export function currentPhase(state: SessionState): Standing<'phase'> | null {
  return standing(state, 'phase').at(-1) ?? null;
}

/**
 * The weight the session runs on: the last one measured today, else pinned at the start, else planned; null when
 * none is known. Whole grams.
 */
export const weightGrams = remembered((state: SessionState): number | null => {
  const kg = weightToday(state) ?? state.pins?.weightKg ?? state.plan?.weightKg ?? null;
  return kg === null ? null : gramsFromKg(kg);
});

function weightToday(state: SessionState): number | null {
  const answers = standing(state, 'checklist').flatMap(({ data }) => data.answers);
  return answers.findLast(({ weightKg }) => weightKg !== undefined)?.weightKg ?? null;
}

export interface LatestReading {
  readonly value: number;
  readonly happenedAt: string;
  readonly entryId: string;
}

/** Per vital sign the latest value and the one before it: a missing sign has no value, never a normal one. */
export function latestVitals(
  state: SessionState,
): Partial<Record<VitalSignKey, { latest: LatestReading; previous: LatestReading | null }>> {
  const found: Partial<Record<VitalSignKey, { latest: LatestReading; previous: LatestReading | null }>> = {};
  for (const { data, happenedAt, id } of standing(state, 'vital-signs')) {
    for (const row of vitalSignRows) {
      const key = row.key;
      const value = data[key];
      if (value === undefined) continue;
      found[key] = { latest: { value, happenedAt, entryId: id }, previous: found[key]?.latest ?? null };
    }
  }
  return found;
}

/** The entries themselves, in log order. */
export function* logOf(state: SessionState): Iterable<Entry> {
  for (const item of state.items) yield item.entry;
}
