import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueTicks } from './due-ticks.ts';
import { dose, minute, set, told } from './told.test-support.ts';

const window = [minute(0), minute(100)] as const;

describe('due ticks', () => {
  it('[TLN-16] are the next set that is due and those after it', () => {
    expect(dueTicks(told([set(20, 124, 78)]), ...window)).toEqual([35, 50, 65, 80, 95].map(minute));
    const afterDose = told([set(-5, 124, 78), dose(0, 40), set(6, 130, 80)]);
    expect(dueTicks(afterDose, ...window)).toEqual([15, 30, 45, 60, 75, 90].map(minute));
  });

  it('[TLN-16] keep the one that is late where it was due', () => {
    expect(dueTicks(told([]), ...window)[0]).toBe(minute(15));
    expect(dueTicks(told([]), minute(20), minute(50))).toEqual([minute(30), minute(45)]);
  });

  it('[TLN-16] are none without an interval and none once the session has ended', () => {
    expect(dueTicks(told([], {}), ...window)).toEqual([]);
    const ended = told([['ended', 60, { disposition: 'completed', endedAt: null }]]);
    expect(dueTicks(ended, ...window)).toEqual([]);
  });

  it('[TLN-16] lie in the window, whatever the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 0, max: 90 }), (every, at) => {
        const state = told([set(at, 124, 78)], { vitalsEveryMinutes: every });
        const all = Array.from({ length: 101 }, (_, n) => at + every * (n + 1)).filter((n) => n <= 100);
        expect(dueTicks(state, ...window)).toEqual(all.map(minute));
      }),
    );
  });
});
