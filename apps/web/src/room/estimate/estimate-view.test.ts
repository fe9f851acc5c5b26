import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dose, minute, told } from '../timeline/told.test-support.ts';
import { curvePaths } from './curve-paths.ts';
import { estimateView, rangeWords } from './estimate-view.ts';

const frame = {
  ...{ top: 0, width: 964, height: 112, left: 204, right: 18 },
  pad: { top: 34, bottom: 10 },
  ...{ fromMs: minute(0), toMs: minute(100) },
};

function curveAt(nowMinute: number, toMinute: number) {
  const { curve } = estimateView(told([dose(3, 40)]), minute(toMinute), minute(nowMinute), minute(nowMinute));
  if (curve === null) throw new Error('no curve');
  return curve;
}

describe('view data of the estimate', () => {
  it('[EST-13] a range in words is never narrower than the band, never one number, and coarse', () => {
    expect(rangeWords({ low: 62.3, high: 249 })).toBe('about 60 to 250 ng/mL');
    expect(rangeWords({ low: 0, high: 0 })).toBe('about 0 to 5 ng/mL');
    expect(rangeWords({ low: 3.1, high: 12.4 })).toBe('about 0 to 15 ng/mL');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (ngPerMl) => {
        const band = { low: ngPerMl / 2, high: ngPerMl * 2 };
        const [, low = Number.NaN, high = Number.NaN] =
          /^about (\d+) to (\d+) ng\/mL$/.exec(rangeWords(band))?.map(Number) ?? [];
        expect(low).toBeLessThanOrEqual(band.low);
        expect(high).toBeGreaterThanOrEqual(band.high);
        expect(high).toBeGreaterThan(low);
        expect([low % 5, high % 5]).toEqual([0, 0]);
      }),
    );
  });

  it('[EST-6] the curve goes on after now, from the first dose, every minute', () => {
    const { points } = curveAt(20, 100);
    expect(points[0]?.atMs).toBe(minute(3));
    // One more than the window shows, so that the band reaches its edge.
    expect(points.at(-1)?.atMs).toBe(minute(101));
    expect(points).toHaveLength(99);
  });

  it('[EST-13] a peak that has left the window still sets the height, so that wearing off looks like it', () => {
    expect(curveAt(200, 240).topNgPerMl).toBe(curveAt(60, 100).topNgPerMl);
  });

  it('[EST-7] says why there is none', () => {
    const { curve, range, absent } = estimateView(told([]), minute(100), minute(20), minute(20));
    expect([curve, range]).toEqual([null, null]);
    expect(absent).toEqual(['No estimate: no ketamine was given.', 'No estimate: no dose']);
  });

  it('[EST-4] the drawn band stays in its lane, under the chips and over the foot', () => {
    const { band, line } = curvePaths(curveAt(20, 100), frame);
    const heights = [...band.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(heights.length).toBe(2 * 99);
    for (const [x = 0, y = 0] of heights) {
      expect(x).toBeGreaterThanOrEqual(204);
      expect(x).toBeLessThanOrEqual(946 + 742 / 100);
      expect(y).toBeGreaterThanOrEqual(34);
      expect(y).toBeLessThanOrEqual(102);
    }
    expect(Math.min(...heights.map(([, y = 0]) => y))).toBe(34);
    expect(line.startsWith('M')).toBe(true);
    // Nothing of it is drawn where its time is not shown.
    expect(curvePaths(curveAt(200, 240), frame).line.split('L')).toHaveLength(99);
    expect(curvePaths(curveAt(20, 100), { ...frame, toMs: minute(1) })).toEqual({ band: '', line: '' });
  });
});
