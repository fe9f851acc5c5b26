import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRIFT_PX, LongPress, PRESS_MS } from './long-press.ts';

const place = { clientX: 100, clientY: 50 };

describe('long press', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function pressed() {
    const heard: (typeof place)[] = [];
    const press = new LongPress<typeof place>((at) => heard.push(at));
    press.down(place);
    return { press, heard };
  }

  it('[TLN-18] is half a second in one place, and the click that ends it is no tap', () => {
    const { press, heard } = pressed();
    vi.advanceTimersByTime(PRESS_MS - 1);
    expect([heard, press.hasFired]).toEqual([[], false]);
    vi.advanceTimersByTime(1);
    press.stop();
    expect([heard, press.hasFired]).toEqual([[place], true]);
    press.down(place);
    expect(press.hasFired).toBe(false);
  });

  it('[TLN-18] tolerates a hand that drifts, and not one that moves away', () => {
    const drifting = pressed();
    drifting.press.move({ clientX: 100 + DRIFT_PX, clientY: 50 });
    vi.advanceTimersByTime(PRESS_MS);
    expect(drifting.heard).toHaveLength(1);
    const moving = pressed();
    moving.press.move({ clientX: 100 + DRIFT_PX, clientY: 52 });
    vi.advanceTimersByTime(PRESS_MS);
    expect(moving.heard).toHaveLength(0);
  });

  it('[TLN-18] is none when the hand lets go early', () => {
    const { press, heard } = pressed();
    vi.advanceTimersByTime(PRESS_MS / 2);
    press.stop();
    vi.advanceTimersByTime(PRESS_MS);
    expect([heard, press.hasFired]).toEqual([[], false]);
  });
});
