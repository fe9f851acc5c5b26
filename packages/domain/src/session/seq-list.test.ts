/// <reference types="node" />
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IdIndex, SeqList } from './seq-list.ts';

type Change =
  | { readonly type: 'append'; readonly value: number }
  | { readonly type: 'replace'; readonly where: number; readonly value: number };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('append' as const), value: fc.integer() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('replace' as const), where: fc.nat(), value: fc.integer() }),
  },
);

/** A list of `n` items, long enough to span chunks of 256. */
const filled = (n: number) => {
  let list = SeqList.empty<number>();
  for (let at = 0; at < n; at += 1) list = list.append(at);
  return list;
};

describe('a list that never changes under its readers', () => {
  test('[LOG-12] given any changes, when made to the list and to an array, then both read the same and older lists stay', () => {
    const start = fc.constantFrom(0, 1, 255, 256, 257, 511, 512, 700);
    fc.assert(
      fc.property(start, fc.array(change, { maxLength: 60 }), (length, changes) => {
        let list = filled(length);
        let array = [...list];
        const before = { list, array };
        for (const one of changes) {
          if (one.type === 'append') {
            list = list.append(one.value);
            array = [...array, one.value];
          } else if (array.length > 0) {
            const where = one.where % array.length;
            list = list.replace(where, one.value);
            array = array.with(where, one.value);
          }
        }
        expect([...list]).toEqual(array);
        expect([...list.backwards()]).toEqual(array.toReversed());
        expect(list.length).toBe(array.length);
        expect(array.every((value, at) => list.at(at) === value)).toBe(true);
        expect([...before.list]).toEqual(before.array);
        expect(JSON.stringify(list)).toBe(JSON.stringify(array));
      }),
    );
  });

  test('[LOG-12] given a list, when read or replaced outside, then undefined or an error, never another item', () => {
    const list = filled(256);
    expect(list.at(-1)).toBeUndefined();
    expect(list.at(256)).toBeUndefined();
    expect(() => list.replace(256, 1)).toThrow(RangeError);
    expect(() => list.replace(-1, 1)).toThrow(RangeError);
  });

  test('[LOG-12] given any ids, when indexed and put in a map, then both find the same and older indexes stay', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.uuid(), fc.nat()), { maxLength: 80 }), fc.uuid(), (pairs, other) => {
        let index = IdIndex.empty;
        const map = new Map<string, number>();
        for (const [id, position] of pairs) {
          const before = index;
          const had = before.get(id);
          index = index.with(id, position);
          map.set(id, position);
          expect(before.get(id)).toBe(had);
        }
        for (const [id] of pairs) expect(index.get(id)).toBe(map.get(id));
        expect(index.get(other)).toBe(map.get(other));
      }),
    );
  });

  test('[LOG-12] given ids that all begin alike, as time-ordered UUIDs do, when 8,000 are indexed, then in under a second of processor time', () => {
    const before = process.cpuUsage();
    const spentMs = () => process.cpuUsage(before).user / 1000;
    let index = IdIndex.empty;
    let indexed = 0;
    // Stops at that second, so that a slow index fails at once instead of holding up the suite.
    for (; indexed < 8_000 && spentMs() < 1000; indexed += 1) {
      index = index.with(timeOrdered(indexed), indexed);
    }
    expect(indexed).toBe(8_000);
    expect(index.get(timeOrdered(1_234))).toBe(1_234);
  });
});

/** A UUID of version 7 shape: the time in front, what differs behind. */
function timeOrdered(n: number): string {
  const tail = Math.imul(n, 2_654_435_761) >>> 0;
  return `0199a1b2-c3d4-7000-8000-${n.toString(16).padStart(4, '0')}${tail.toString(16).padStart(8, '0')}`;
}
