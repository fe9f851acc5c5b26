import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSame } from './use-same.ts';

const plain = fc.jsonValue({ maxDepth: 4 });

describe('the same content', () => {
  test('given anything made anew, then it is the same', () => {
    fc.assert(
      fc.property(plain, (value) => isSame(structuredClone(value), value)),
      { seed: 20261124 },
    );
  });

  test('given any two, then they are the same exactly when they are written the same', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(isSame(a, b)).toBe(isSame(b, a));
        if (JSON.stringify(a) !== JSON.stringify(b))
          expect(isSame(a, b)).toBe(fc.stringify(a) === fc.stringify(b));
      }),
      { seed: 20261124 },
    );
  });

  test('given one more, one less or another name, then it is not the same', () => {
    expect(isSame([1, 2], [1])).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
    expect(isSame({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isSame({ a: 1, c: undefined }, { a: 1, b: undefined })).toBe(false);
    expect(isSame({}, [])).toBe(false);
    expect(isSame([{ at: { ms: 1 } }], [{ at: { ms: 2 } }])).toBe(false);
    expect(isSame(null, {})).toBe(false);
  });

  test('given no number and a moment before all others, then each is the same as itself', () => {
    expect(
      isSame(
        { at: Number.NaN, from: Number.NEGATIVE_INFINITY },
        { at: Number.NaN, from: Number.NEGATIVE_INFINITY },
      ),
    ).toBe(true);
    expect(isSame({ from: Number.NEGATIVE_INFINITY }, { from: null })).toBe(false);
  });
});
