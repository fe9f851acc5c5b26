import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layout, layoutOf } from './lane-layout.ts';
import { meaningLanes } from './lanes.ts';

const keysOf = (layout: Layout) => layout.lanes.map(({ row }) => row.key);
const anySize = { width: fc.integer({ min: 280, max: 2400 }), height: fc.integer({ min: 120, max: 1400 }) };

describe('layout of the lanes', () => {
  it('[TLN-1] fills the height to the pixel, lane under lane, with the axis at the end', () => {
    fc.assert(
      fc.property(fc.record(anySize), ({ width, height }) => {
        const { arc, lanes, axisTop } = layoutOf(width, height);
        let top = arc;
        for (const lane of lanes) {
          expect(lane.top).toBe(top);
          expect(Number.isInteger(lane.height)).toBe(true);
          top += lane.height;
        }
        expect(axisTop).toBe(top);
        expect(axisTop + 28).toBe(height);
      }),
    );
  });

  it('[TLN-2] leaves out the least needed lane rather than show one that cannot be read', () => {
    fc.assert(
      fc.property(fc.record(anySize), ({ width, height }) => {
        const { lanes } = layoutOf(width, height);
        const ranks = lanes.map(({ row }) => row.rank).sort();
        // Whatever is shown is needed more than whatever is not.
        expect(ranks).toEqual(ranks.map((_, at) => at + 1));
        if (lanes.length > 2)
          for (const { row, height: px } of lanes) expect(px).toBeGreaterThanOrEqual(row.least);
      }),
    );
  });

  it('[TLN-2] shows all lanes on a desktop and a tablet, and on a phone pressure and ketamine until all are asked for', () => {
    const all = ['blood-pressure', 'heart-rate', 'spo2', 'ketamine', 'notes'];
    expect(keysOf(layoutOf(964, 560))).toEqual(all);
    expect(keysOf(layoutOf(620, 430))).toEqual(all);
    expect(keysOf(layoutOf(366, 290))).toEqual(['blood-pressure', 'ketamine']);
    expect(keysOf(layoutOf(366, 290, undefined, true))).toEqual(all);
    expect(keysOf(layoutOf(366, 640, undefined, true))).toEqual(all);
    expect(keysOf(layoutOf(620, 330))).not.toContain('notes');
  });

  it('[TLN-2] for whoever came for the meaning, heart rate and SpO2 leave before the notes', () => {
    const keys = (height: number) => keysOf(layoutOf(620, height, meaningLanes));
    expect(keys(560)).toEqual(['blood-pressure', 'heart-rate', 'spo2', 'ketamine', 'notes']);
    expect(keys(380)).toEqual(['blood-pressure', 'spo2', 'ketamine', 'notes']);
    expect(keys(320)).toEqual(['blood-pressure', 'ketamine', 'notes']);
    expect(keysOf(layoutOf(366, 290, meaningLanes))).toEqual(['blood-pressure', 'ketamine']);
  });

  it('[TLN-1] is the drawing of ux.md 2.1 at its size', () => {
    const { lanes, arc } = layoutOf(964, 36 + 198 + 94 + 84 + 112 + 38 + 28);
    expect([arc, ...lanes.map(({ height }) => height)]).toEqual([36, 198, 94, 84, 112, 38]);
  });
});
