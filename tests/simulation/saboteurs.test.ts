import { describe, expect, it } from 'vitest';
import { saboteurs } from './saboteurs.ts';
import { simulate } from './simulate.ts';

/** Seeds in which each of them must have been caught. */
const SEEDS = 60;

describe('[SIM-3] the oracle catches it when', () => {
  it.each(Object.entries(saboteurs))(
    '%s',
    async (_, { saboteur, breaks }) => {
      const seen = new Set<string>();
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const { broken } = await simulate(seed, saboteur);
        if (broken.some((what) => breaks.test(what))) return;
        for (const what of broken) seen.add(what);
      }
      expect([...seen], `none of ${SEEDS} seeds broke what it should`).toEqual(breaks);
    },
    60_000,
  );

  it('and finds nothing in the same seeds when nobody sabotages anything', async () => {
    for (let seed = 1; seed <= 5; seed += 1) expect((await simulate(seed)).broken).toEqual([]);
  });
});
