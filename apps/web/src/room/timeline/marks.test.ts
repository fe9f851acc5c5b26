import { describe, expect, it } from 'vitest';
import { layoutOf } from './lane-layout.ts';
import { xOf } from './lane-scale.ts';
import { brokenLine } from './line-gaps.ts';
import { laneMarks, markAt } from './marks.ts';
import { timelineParts } from './timeline-parts.ts';
import { idOf, minute, set, told, ZONE } from './told.test-support.ts';

const layout = layoutOf(964, 560);
const plot = { fromMs: minute(0), toMs: minute(100), left: 204, width: 742 };
const parts = timelineParts(
  told([
    set(10, 124, 78, { heartRate: 72 }),
    set(20, 150, 92),
    ['note', 30, { text: 'Breath slow.', category: 'noticed' }],
    set(120, 130, 80),
  ]),
  { pending: new Set(), zone: ZONE },
);
const marks = laneMarks(parts, layout, plot);

describe('marks of the timeline', () => {
  it('[TLN-11] are where their entry stands: one per lane it is drawn on, none outside of the window', () => {
    expect(marks.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(1), idOf(3)]);
    for (const { left, right } of marks.slice(0, 1))
      expect((left + right) / 2).toBeCloseTo(xOf(minute(10), plot));
  });

  it('[TLN-11] are found at their place and within the reach of a hand, the nearest first', () => {
    const [first] = marks;
    if (first === undefined) throw new Error('no mark');
    const [x, y] = [(first.left + first.right) / 2, (first.top + first.bottom) / 2];
    expect(markAt(marks, x, y, 6)?.id).toBe(idOf(1));
    expect(markAt(marks, first.right + 20, y, 6)).toBeNull();
    expect(markAt(marks, first.right + 20, y, 22)?.id).toBe(idOf(1));
    expect(markAt(marks, xOf(minute(16), plot), y, 60)?.id).toBe(idOf(2));
  });

  it('[TLN-12] are never covered by the upright line of now or of a dose', () => {
    const obstacles = [
      { left: 90, right: 110, top: 40, bottom: 60 },
      { left: 95, right: 105, top: 20, bottom: 30 },
      { left: 200, right: 210, top: 0, bottom: 100 },
    ];
    expect(brokenLine(100, 0, 100, obstacles)).toBe('M100 0V17M100 33V37M100 63V100');
    expect(brokenLine(150, 0, 100, obstacles)).toBe('M150 0V100');
    expect(brokenLine(205, 0, 100, obstacles)).toBe('');
  });
});
