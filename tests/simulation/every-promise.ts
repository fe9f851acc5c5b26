import { expect, it } from 'vitest';
import { addFigures, faultKinds, figureLines, noFigures } from './figures.ts';
import { simulate } from './simulate.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
/** Of each of the two files: together they use both cores. */
const SESSIONS = LONG ? 50_000 : 500;
/** Enough to be told apart by; the rest of a broken run only repeats it. */
const SHOWN = 3;

/** Another seed every run; a failing one is printed and replays alone: `npx tsx tests/simulation/main.ts SEED`. */
export function firstSeed(): number {
  return Number(process.env.TANDEM_SEED ?? Math.floor(Math.random() * 1e9));
}

/** Sessions from a seed on, each of which must keep every promise. */
export function keepsEveryPromise(first: number): void {
  it(
    `[SIM-1] keep every promise under every fault (${SESSIONS} sessions from seed ${first})`,
    async () => {
      const sum = noFigures();
      const broken: string[] = [];
      const startedMs = performance.now();
      for (let seed = first; seed < first + SESSIONS && broken.length < SHOWN; seed += 1) {
        const outcome = await simulate(seed);
        addFigures(sum, outcome.figures);
        if (outcome.broken.length > 0)
          broken.push([`seed ${seed}:`, ...outcome.trace.slice(-40), ...outcome.broken].join('\n'));
      }
      console.log([`from seed ${first}:`, ...figureLines(sum, performance.now() - startedMs)].join('\n  '));
      expect(broken.join('\n\n')).toBe('');
      // What was never injected was not survived either.
      expect(faultKinds.filter((kind) => sum.faults[kind] === 0)).toEqual([]);
      expect(sum.signed).toBeGreaterThan(SESSIONS / 3);
      expect(sum.entries).toBeGreaterThan(SESSIONS * 15);
    },
    LONG ? 7_200_000 : 240_000,
  );
}
