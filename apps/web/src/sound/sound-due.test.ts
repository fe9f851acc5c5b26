import type { Notice } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { type Heard, heardNow, nothingHeard, soundDue, type UnseenHigh, unseenHighs } from './sound-due.ts';

const T0 = Date.UTC(2026, 10, 24, 10, 0);
const at = (seconds: number) => T0 + seconds * 1_000;
const high = (id: string, seconds = 0): UnseenHigh => ({ id, raisedMs: at(seconds) });

/** The seconds at which a tone comes, looked at each second as a screen does. */
function tones(until: number, unseenAt: (second: number) => UnseenHigh[]): number[] {
  const found: number[] = [];
  let heard: Heard = nothingHeard;
  for (let second = 0; second <= until; second += 1) {
    const unseen = unseenAt(second);
    if (!soundDue(unseen, heard, at(second))) continue;
    found.push(second);
    heard = heardNow(unseen, heard, at(second));
  }
  return found;
}

describe('when a High sounds', () => {
  test('[SND-1] a High that nobody who counts has seen; a Medium, a Low, one seen or one off the bar never', () => {
    const notice = (id: string, more: Partial<Notice> = {}) =>
      ({ id, priority: 'high', shown: true, quiet: false, raisedMs: T0, ...more }) as Notice;
    const found = unseenHighs([
      notice('a'),
      notice('b', { priority: 'medium' }),
      notice('c', { priority: 'low' }),
      notice('d', { quiet: true }),
      notice('e', { shown: false }),
    ]);
    expect(found).toEqual([{ id: 'a', raisedMs: T0 }]);
  });

  test('[SND-2] once when it is raised, again each minute, and no more once it is seen', () => {
    expect(tones(200, (second) => (second >= 5 ? [high('a', 5)] : []))).toEqual([5, 65, 125, 185]);
    expect(tones(200, (second) => (second >= 5 && second < 65 ? [high('a', 5)] : []))).toEqual([5]);
    expect(tones(200, () => [])).toEqual([]);
  });

  test('[SND-2] another one sounds at once, two at once are one tone, and the minute counts from the last', () => {
    const later = tones(130, (second) => (second >= 20 ? [high('a'), high('b', 20)] : [high('a')]));
    expect(later).toEqual([0, 20, 80]);
    expect(tones(59, () => [high('a'), high('b')])).toEqual([0]);
  });

  test('[SND-2] the same one is not new when the server dates it a moment later, and is when it is raised again', () => {
    const dated = (second: number) => [{ id: 'a', raisedMs: at(0) + (second >= 1 ? 400 : 0) }];
    expect(tones(50, dated)).toEqual([0]);
    // Seen at 10 s, raised again at 300 s for want of a recheck (NTC-6).
    const again = (second: number) => (second < 10 ? [high('a')] : second >= 300 ? [high('a', 300)] : []);
    expect(tones(330, again)).toEqual([0, 300]);
  });

  test('[SND-2] given one raised again within the minute of a tone, when looked at, then it sounds at once', () => {
    const heard = heardNow([high('a', 0)], nothingHeard, at(290));
    expect(soundDue([high('a', 59)], heard, at(300))).toBe(false);
    expect(soundDue([high('a', 60)], heard, at(300))).toBe(true);
  });
});
