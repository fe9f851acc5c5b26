import { describe, expect, it } from 'vitest';
import { clockOf, dayOf, instantAt, lastAtClock } from './zone.ts';

const newYork = 'America/New_York';
const ms = (text: string) => Date.parse(text);

describe('clinic time', () => {
  it('[ZON-1] is the clinic’s, whatever the device is set to', () => {
    expect(clockOf(ms('2026-11-24T15:40:00Z'), newYork)).toBe('10:40');
    expect(dayOf(ms('2026-11-25T03:00:00Z'), newYork)).toBe('2026-11-24');
  });

  it('[ZON-2] a time of day is the last moment that showed it: yesterday’s after midnight', () => {
    const limit = ms('2026-11-25T05:10:00Z');
    expect(lastAtClock(0, 5, limit, newYork)).toBe(ms('2026-11-25T05:05:00Z'));
    expect(lastAtClock(23, 50, limit, newYork)).toBe(ms('2026-11-25T04:50:00Z'));
  });

  it('[ZON-3] in the hour that autumn repeats, the later of the two that has passed', () => {
    const [first, second] = [ms('2026-11-01T05:30:00Z'), ms('2026-11-01T06:30:00Z')];
    expect(lastAtClock(1, 30, second + 60_000, newYork)).toBe(second);
    expect(lastAtClock(1, 30, second - 60_000, newYork)).toBe(first);
  });

  it('[ZON-4] a time that spring leaves out does not exist on that day', () => {
    expect(instantAt('2026-03-08', '02:30', newYork)).toBeNull();
    expect(instantAt('2026-03-08', '03:30', newYork)).toBe(ms('2026-03-08T07:30:00Z'));
    expect(lastAtClock(2, 30, ms('2026-03-08T08:00:00Z'), newYork)).toBe(ms('2026-03-07T07:30:00Z'));
  });

  it('[ZON-5] refuses what is no time of day', () => {
    for (const text of ['', '9', '24:00', '10:60', '10:4', 'ten'])
      expect(instantAt('2026-11-24', text, newYork)).toBeNull();
    expect(instantAt('2026-02-31', '10:00', newYork)).toBeNull();
  });
});
