import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnPoints } from './drawn-points.ts';
import { xOf } from './lane-scale.ts';
import type { VitalPoint } from './vital-points.ts';

const MINUTE = 60_000;
const plot = { fromMs: 0, toMs: 100 * MINUTE, left: 204, width: 746 };

function pointAt(
  atMs: number,
  high: number,
  low: number | null = null,
  more: Partial<VitalPoint> = {},
): VitalPoint {
  const said = { text: `${high}`, title: `${high}`, oxygen: null, amended: null, pending: false };
  return { id: `${atMs} ${high} ${low}`, atMs, high, low, ...said, ...more };
}

const crowd = fc
  .array(
    fc.record({
      atMs: fc.integer({ min: 0, max: plot.toMs }),
      low: fc.integer({ min: 30, max: 90 }),
      over: fc.integer({ min: 1, max: 100 }),
      amended: fc.constantFrom(null, null, null, 'amended'),
      pending: fc.boolean(),
    }),
    { minLength: 1, maxLength: 300, size: 'max' },
  )
  .map((all) =>
    all
      .sort((a, b) => a.atMs - b.atMs)
      .map(({ atMs, low, over, amended, pending }) => pointAt(atMs, low + over, low, { amended, pending })),
  );

describe('[TLN-20] readings that are drawn', () => {
  test('given a set every 30 seconds for 100 minutes, when drawn, then every one is', () => {
    const points = Array.from({ length: 200 }, (_, n) => pointAt(n * 30_000, 60 + (n % 40)));
    expect(drawnPoints(points, plot)).toEqual(points);
  });

  test('given 5,000 readings of a lane, when drawn, then no more than four of every 4 px', () => {
    const points = Array.from({ length: 5_000 }, (_, n) => pointAt(n * 1_200, 60 + ((n * 7) % 40)));
    const drawn = drawnPoints(points, plot);
    expect(drawn.length).toBeLessThanOrEqual(4 * Math.ceil(plot.width / 4 + 1));
    expect(drawn.length).toBeGreaterThan(200);
  });

  test('given any crowd, when drawn, then every column keeps its highest, its lowest, its first and its last', () => {
    const narrow = { ...plot, width: 40 };
    const columnOf = ({ atMs }: VitalPoint) => Math.floor(xOf(atMs, narrow) / 4);
    const facts = (points: readonly VitalPoint[]) => {
      const found = new Map<number, { first: number; last: number; high: number; low: number }>();
      for (const point of points) {
        const { atMs, high, low } = point;
        const known = found.get(columnOf(point)) ?? { first: atMs, last: atMs, high, low: low ?? high };
        found.set(columnOf(point), {
          first: known.first,
          last: atMs,
          high: Math.max(known.high, high),
          low: Math.min(known.low, low ?? high),
        });
      }
      return found;
    };
    fc.assert(
      fc.property(crowd, (points) => {
        const drawn = drawnPoints(points, narrow);
        expect(facts(drawn)).toEqual(facts(points));
        for (const point of points)
          if (point.pending || point.amended !== null) expect(drawn).toContain(point);
        expect(drawn.at(-1)).toBe(points.at(-1));
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('given readings outside of the window, when drawn, then they are not', () => {
    const points = [pointAt(-1, 80), pointAt(0, 81), pointAt(plot.toMs, 82), pointAt(plot.toMs + 1, 83)];
    expect(drawnPoints(points, plot).map(({ high }) => high)).toEqual([81, 82]);
  });

  test('given another window, when drawn again, then the same list is looked at anew', () => {
    const points = [pointAt(0, 80), pointAt(50 * MINUTE, 90)];
    expect(drawnPoints(points, plot)).toHaveLength(2);
    expect(drawnPoints(points, { ...plot, fromMs: 10 * MINUTE })).toHaveLength(1);
  });
});
