import { describe, expect, it } from 'vitest';
import { addFigures, faultKinds, figureLines, noFigures } from './figures.ts';
import { simulate } from './simulate.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const SESSIONS = LONG ? 100_000 : 1_000;
/** Another seed every run; a failing one is printed and replays alone: `npx tsx tests/simulation/main.ts SEED`. */
const FIRST = Number(process.env.TANDEM_SEED ?? Math.floor(Math.random() * 1e9));
/** Enough to be told apart by; the rest of a broken run only repeats it. */
const SHOWN = 3;

describe('simulated sessions', () => {
  it(
    `[SIM-1] keep every promise under every fault (${SESSIONS} sessions from seed ${FIRST})`,
    async () => {
      const sum = noFigures();
      const broken: string[] = [];
      const startedMs = performance.now();
      for (let seed = FIRST; seed < FIRST + SESSIONS && broken.length < SHOWN; seed += 1) {
        const outcome = await simulate(seed);
        addFigures(sum, outcome.figures);
        if (outcome.broken.length > 0)
          broken.push([`seed ${seed}:`, ...outcome.trace.slice(-40), ...outcome.broken].join('\n'));
      }
      console.log([`from seed ${FIRST}:`, ...figureLines(sum, performance.now() - startedMs)].join('\n  '));
      expect(broken.join('\n\n')).toBe('');
      // What was never injected was not survived either.
      expect(faultKinds.filter((kind) => sum.faults[kind] === 0)).toEqual([]);
      expect(sum.signed).toBeGreaterThan(SESSIONS / 3);
      expect(sum.entries).toBeGreaterThan(SESSIONS * 15);
    },
    LONG ? 7_200_000 : 240_000,
  );

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
