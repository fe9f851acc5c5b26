import { describe } from 'vitest';
import { firstSeed, keepsEveryPromise } from './every-promise.ts';

describe('more simulated sessions', () => {
  keepsEveryPromise(firstSeed() + 1_000_000_000);
});
