import { entryKindOf } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { benchEntries } from './bench-entries.ts';
import { rngOf } from './random.ts';

describe('seeded randomness', () => {
  test('[SCN-20] same seed, same numbers; neighbouring seeds, other numbers', () => {
    const numbers = (seed: number) => Array.from({ length: 20 }, rngOf(seed).next);
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  test('[SCN-21] numbers fill their range evenly enough', () => {
    const rng = rngOf('even');
    const counts = new Array(10).fill(0);
    for (let at = 0; at < 50_000; at += 1) counts[rng.int(0, 9)] += 1;
    for (const count of counts) expect(Math.abs(count - 5000)).toBeLessThan(400);
  });

  test('[SCN-22] 100,000 ids: no two alike, each a version 4 UUID', () => {
    const rng = rngOf('ids');
    const ids = new Set(Array.from({ length: 100_000 }, () => rng.uuid()));
    expect(ids.size).toBe(100_000);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const id of ids) if (!shape.test(id)) expect(id).toMatch(shape);
  });

  test('[SCN-23] bench entries: as many as asked, valid, the same for the same seed', () => {
    const entries = [...benchEntries(3, 400, { fromMs: 1_760_000_000_000, everyMs: 1000 })];
    expect(entries).toHaveLength(400);
    for (const entry of entries)
      expect(entryKindOf(entry.kind)?.data.safeParse(entry.data).success).toBe(true);
    expect(JSON.stringify([...benchEntries(3, 400, { fromMs: 1_760_000_000_000, everyMs: 1000 })])).toBe(
      JSON.stringify(entries),
    );
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(400);
  });
});
