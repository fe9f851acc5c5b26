import { describe, expect, it } from 'vitest';
import { firstSeed, keepsEveryPromise } from './every-promise.ts';
import { simulate } from './simulate.ts';

const FIRST = firstSeed();

describe('simulated sessions', () => {
  keepsEveryPromise(FIRST);

  it('[SIM-2] go the same way again from the same seed', async () => {
    for (let seed = FIRST; seed < FIRST + 10; seed += 1) {
      const [first, second] = [await simulate(seed), await simulate(seed)];
      expect(second.digest).toBe(first.digest);
      expect(second.trace).toEqual(first.trace);
      expect(second.figures).toEqual(first.figures);
    }
    expect((await simulate(FIRST)).digest).not.toBe((await simulate(FIRST + 1)).digest);
  }, 30_000);
});
