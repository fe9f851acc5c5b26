import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kgFromLb, lbFromKg, weightKgSchema } from './weight.ts';

test('[WGT-1] pounds become kg to the gram, and read back within a tenth of a pound', () => {
  expect(kgFromLb(150.8)).toBe(68.402);
  expect(lbFromKg(68.4)).toBe(150.8);
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 11_000 }), (tenths) => {
      const kg = kgFromLb(tenths / 10);
      expect(weightKgSchema.safeParse(kg).success).toBe(true);
      expect(lbFromKg(kg)).toBeCloseTo(tenths / 10, 1);
    }),
  );
});
