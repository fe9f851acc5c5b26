import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatKg,
  formatMg,
  formatMgPerKg,
  gramsFromKg,
  hasAtMostDecimals,
  microgramsFromMg,
} from './units.ts';

const micrograms = fc.integer({ min: 0, max: 100_000_000 });
/** The decimal text of thousandths, without floats. */
const textOf = (thousandths: number) =>
  `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`.replace(/\.?0+$/, '');

describe('whole numbers of the smallest unit', () => {
  test('[UNI-1] given any mg with 3 decimals, when made micrograms, then exactly those, up to 100,000 mg', () => {
    fc.assert(
      fc.property(micrograms, (whole) => {
        expect(microgramsFromMg(Number(textOf(whole) || '0'))).toBe(whole);
        expect(microgramsFromMg(whole / 1000)).toBe(whole);
        expect(gramsFromKg(whole / 1000)).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });

  test('[UNI-1] given 10,000 random doses of 3 decimals, when summed, then equal to the sum in BigInt: no drift', () => {
    const amounts = fc.sample(micrograms, { numRuns: 10_000, seed: 3 });
    let sum = 0;
    let exact = 0n;
    for (const whole of amounts) {
      sum += microgramsFromMg(whole / 1000);
      exact += BigInt(whole);
    }
    expect(BigInt(sum)).toBe(exact);
  });

  test('[UNI-2] given more than 3 decimals, when made micrograms, then refused and not rounded', () => {
    fc.assert(
      fc.property(micrograms, fc.integer({ min: 1, max: 9 }), (whole, digit) => {
        const finer = Number(`${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}${digit}`);
        expect(() => microgramsFromMg(finer)).toThrow(RangeError);
      }),
    );
    for (const value of [0.1 + 0.2, 1e-7, 12.3456, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => microgramsFromMg(value)).toThrow(RangeError);
      expect(() => gramsFromKg(value)).toThrow(RangeError);
    }
  });

  test('[UNI-2] decimals are judged on the shortest form', () => {
    expect(hasAtMostDecimals(1.005, 3)).toBe(true);
    expect(hasAtMostDecimals(1.0005, 3)).toBe(false);
    expect(hasAtMostDecimals(1e21, 0)).toBe(true);
    expect(hasAtMostDecimals(1e-7, 3)).toBe(false);
    expect(hasAtMostDecimals(36.6, 0)).toBe(false);
  });

  test('[UNI-3] printed with a space and the unit, a zero before the point and none at the end', () => {
    expect(formatMg(40_000)).toBe('40 mg');
    expect(formatMg(500)).toBe('0.5 mg');
    expect(formatMg(1)).toBe('0.001 mg');
    expect(formatKg(68_400)).toBe('68.4 kg');
    expect(formatMgPerKg(40_000, 68_400)).toBe('0.58 mg/kg');
    fc.assert(
      fc.property(micrograms, (whole) => {
        expect(formatMg(whole)).toMatch(/^(0|[1-9]\d*)(\.\d{0,2}[1-9])? mg$/);
      }),
    );
  });
});
