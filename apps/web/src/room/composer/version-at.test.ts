import type { Entry, Item } from '@tandem/domain';
import { expect, test } from 'vitest';
import { changedSince, versionAt } from './version-at.ts';

const entry = (seq: number, kind: string, data: unknown) =>
  ({ id: `e${seq}`, seq, kind, data, happenedAt: '2026-11-24T10:22:00.000Z' }) as Entry;
const original = entry(5, 'vital-signs', { systolic: 164 });
const time = '2026-11-24T10:20:00.000Z';
const item = {
  entry: original,
  amendments: [
    entry(7, 'amendment', { data: { systolic: 154 }, correctedHappenedAt: time }),
    entry(9, 'amendment', { data: { systolic: 146 } }),
  ],
  retraction: null,
} as unknown as Item;

test('[COR-9] an entry as a screen showed it: with the changes up to that point, and their time', () => {
  const at = (seq: number) => versionAt(item, seq);
  expect(at(5)).toEqual({ data: { systolic: 164 }, happenedAt: original.happenedAt });
  expect(at(6)).toEqual(at(5));
  expect(at(7)).toEqual({ data: { systolic: 154 }, happenedAt: time });
  expect(at(9)).toEqual({ data: { systolic: 146 }, happenedAt: time });
});

test('[COR-9] the last change after a point, an entry in error before all', () => {
  expect(changedSince(item, 5)?.seq).toBe(9);
  expect(changedSince(item, 8)?.seq).toBe(9);
  expect(changedSince(item, 9)).toBeNull();
  const gone = { ...item, retraction: entry(10, 'retraction', { reason: 'Twice.' }) };
  expect(changedSince(gone, 9)?.kind).toBe('retraction');
});
