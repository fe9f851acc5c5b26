import { describe, expect, it } from 'vitest';
import { timeWindow, WINDOW_MINUTES } from './time-window.ts';

const at = (minute: number) => Date.UTC(2026, 10, 24, 15, 0) + minute * 60_000;

describe('time axis', () => {
  it('[AXE-1] begins at the ten minutes before the first thing and is 100 minutes wide', () => {
    const window = timeWindow(at(2), at(30), null);
    expect(window).toMatchObject({ fromMs: at(0), toMs: at(WINDOW_MINUTES) });
    expect(window.ticks).toHaveLength(11);
  });

  it('[AXE-2] slides in steps of ten minutes and never rescales', () => {
    for (let minute = 0; minute < 400; minute += 1) {
      const { fromMs, toMs } = timeWindow(at(2), at(minute), null);
      expect(toMs - fromMs).toBe(WINDOW_MINUTES * 60_000);
      expect((fromMs - at(0)) % 600_000).toBe(0);
      expect(at(minute)).toBeGreaterThanOrEqual(fromMs);
      expect(at(minute)).toBeLessThanOrEqual(fromMs + 0.76 * WINDOW_MINUTES * 60_000);
    }
  });

  it('[AXE-3] shows a finished session whole, with no more labels than can be read', () => {
    const { fromMs, toMs, ticks } = timeWindow(at(2), at(9999), at(187));
    expect([fromMs, toMs]).toEqual([at(0), at(190)]);
    expect(ticks.length).toBeLessThanOrEqual(13);
  });
});
