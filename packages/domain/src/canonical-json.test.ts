import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, sameJson } from './canonical-json.ts';

describe('one spelling for equal values (RFC 8785)', () => {
  test('[CAN-1] the example of RFC 8785, 3.2.2 and 3.2.3', () => {
    const input = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('[CAN-1] keys in the order of their UTF-16 units: the example of RFC 8785, 3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(input)))[0]).toBe('One');
    const order = [...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('[CAN-2] numbers: the table of RFC 8785, appendix B', () => {
    const rows: [number, string][] = [
      [0, '0'],
      [-0, '0'],
      [5e-324, '5e-324'],
      [-5e-324, '-5e-324'],
      [1.7976931348623157e308, '1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'],
      [295147905179352830000, '295147905179352830000'],
      [1e21, '1e+21'],
      [9.999999999999997e22, '9.999999999999997e+22'],
      [1e23, '1e+23'],
      [999999999999999700000, '999999999999999700000'],
      [1e-6, '0.000001'],
      [1e-7, '1e-7'],
      [333333333.33333325, '333333333.33333325'],
      [1424953923781206.2, '1424953923781206.2'],
    ];
    for (const [value, text] of rows) expect(canonicalJson(value)).toBe(text);
  });

  test('[CAN-2] what JSON cannot say is refused, not written as something else', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, 1n, Symbol('x')]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
      expect(() => canonicalJson({ deep: [Number.NEGATIVE_INFINITY] })).toThrow(TypeError);
    }
  });

  test('[CAN-3] given any value, when its keys are put in any order, then the spelling is the same and reads back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, dice) => {
        const shuffled = reordered(value, () => dice.next().value);
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(sameJson(shuffled, value)).toBe(true);
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('[CAN-3] given two values, when they differ as JSON, then their spelling differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        fc.pre(JSON.stringify(JSON.parse(canonicalJson(a))) !== JSON.stringify(JSON.parse(canonicalJson(b))));
        expect(sameJson(a, b)).toBe(false);
      }),
    );
  });

  test('[CAN-3] an undefined member is no member; order of an array counts', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: null }, {})).toBe(false);
  });
});

function reordered(value: unknown, roll: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, roll));
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, item]) => [roll(), key, reordered(item, roll)] as const);
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  // fromEntries defines members, so that a key named `__proto__` is one like any other.
  return Object.fromEntries(sorted.map(([, key, item]) => [key, item]));
}
