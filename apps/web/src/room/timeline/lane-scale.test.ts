import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, doseAxisOf, readable, xOf } from './lane-scale.ts';

const rule = { usual: { min: 40, max: 190 }, step: 10, ticks: { every: 40, at: 60 } };
const values = fc.array(fc.integer({ min: 10, max: 300 }), { maxLength: 40 });

describe('fixed axes', () => {
  it('[TLN-3] stay as they are for whatever lies on them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 190 })), (inside) => {
        expect(axisOf(rule, inside)).toMatchObject({ min: 40, max: 190, widened: false });
      }),
    );
    expect(axisOf(rule, []).ticks).toEqual([60, 100, 140, 180]);
  });

  it('[TLN-3] step out as often as a value needs it, no further, and say so', () => {
    fc.assert(
      fc.property(values, (some) => {
        const { min, max, widened, ticks } = axisOf(rule, some);
        const [low, high] = [Math.min(40, ...some), Math.max(190, ...some)];
        expect(min).toBeLessThanOrEqual(low);
        expect(max).toBeGreaterThanOrEqual(high);
        expect(low - min).toBeLessThan(10);
        expect(max - high).toBeLessThan(10);
        expect(widened).toBe(low < 40 || high > 190);
        // Labels stand where they always do, as far as the axis goes.
        for (const tick of ticks) expect(tick % 40).toBe(20);
        expect(ticks.length).toBe(Math.floor((max - 60) / 40) + Math.floor((60 - min) / 40) + 1);
      }),
    );
    expect(axisOf(rule, [198, 231])).toMatchObject({ min: 40, max: 240, widened: true });
    expect(axisOf(rule, [18])).toMatchObject({ min: 10, max: 190, ticks: [20, 60, 100, 140, 180] });
  });

  it('[TLN-4] have room for the ceiling and for what was given beyond it', () => {
    expect(doseAxisOf(80, 40)).toMatchObject({ min: 0, max: 100, widened: false });
    expect(doseAxisOf(80, 95)).toMatchObject({ max: 120, widened: true });
    expect(doseAxisOf(null, 0).max).toBe(100);
    fc.assert(
      fc.property(
        fc.option(fc.double({ min: 1, max: 10_000, noNaN: true })),
        fc.double({ min: 0, max: 20_000, noNaN: true }),
        (ceiling, total) => {
          const { max } = doseAxisOf(ceiling, total);
          expect(max).toBeGreaterThanOrEqual(Math.max(ceiling ?? 0, total));
        },
      ),
    );
  });

  it('[TLN-5] are labelled no closer than can be read, the lowest label first', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 4, noNaN: true }), (pxPerUnit) => {
        const shown = readable([60, 100, 140, 180], pxPerUnit);
        expect(shown[0]).toBe(60);
        for (const [at, tick] of shown.slice(1).entries())
          expect((tick - (shown[at] ?? 0)) * pxPerUnit).toBeGreaterThanOrEqual(15 - 1e-9);
      }),
    );
  });

  it('[TLN-6] give equal times equal widths', () => {
    const plot = { fromMs: 0, toMs: 6_000_000, left: 204, width: 742 };
    expect([xOf(0, plot), xOf(3_000_000, plot), xOf(6_000_000, plot)]).toEqual([204, 575, 946]);
  });
});
