import type { Entry } from '../entries/entry-kind.ts';
import type { DataOf, EntryKind } from '../entries/registry.ts';
import { gramsFromKg } from '../units.ts';
import { type VitalSignKey, vitalSignRows } from '../vitals/catalog.ts';
import type { Item, SessionState } from './state.ts';

/** An item of a known kind with its data as it stands now. */
export interface Standing<Kind extends EntryKind> {
  readonly id: string;
  readonly seq: number;
  readonly happenedAt: string;
  readonly data: DataOf<Kind>;
  readonly item: Item;
}

/** Entries of one kind that count (not retracted, not withheld), by when they happened, then seq. */
export function standing<Kind extends EntryKind>(state: SessionState, kind: Kind): Standing<Kind>[] {
  const found: Standing<Kind>[] = [];
  for (const position of state.byKind[kind] ?? []) {
    const item = state.items.at(position) as Item;
    if (item.retraction !== null || item.data === null) continue;
    const { id, seq } = item.entry;
    found.push({ id, seq, happenedAt: item.happenedAt, data: item.data as DataOf<Kind>, item });
  }
  return found.sort(byTimeThenSeq);
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
export function weightGrams(state: SessionState): number | null {
  const kg = weightToday(state) ?? state.pins?.weightKg ?? state.plan?.weightKg ?? null;
  return kg === null ? null : gramsFromKg(kg);
}

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
