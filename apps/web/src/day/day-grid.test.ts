import { describe, expect, it } from 'vitest';
import {
  dayStrip,
  drawnSpan,
  droppedAt,
  hourMarks,
  msAtPx,
  offsetPx,
  overlap,
  shownRange,
  slotAt,
} from './day-grid.ts';

const zone = 'America/New_York';
const ms = (text: string) => Date.parse(text);
const span = (from: string, to: string) => ({ fromMs: ms(from), toMs: ms(to) });
const hours = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => (toMs - fromMs) / 3_600_000;
const clocks = (day: string, of = zone) =>
  hourMarks(dayStrip(day, of), of).map(({ clock, again }) => (again ? `${clock} again` : clock));

describe('the hours of a day', () => {
  it('[DAY-1] are 24, in spring’s night 23 without the one that is left out, in autumn’s 25 with one said twice', () => {
    expect(hours(dayStrip('2026-11-24', zone))).toBe(24);
    expect(hours(dayStrip('2026-03-08', zone))).toBe(23);
    expect(clocks('2026-03-08').slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(hours(dayStrip('2026-11-01', zone))).toBe(25);
    expect(clocks('2026-11-01').slice(0, 5)).toEqual(['00:00', '01:00', '01:00 again', '02:00', '03:00']);
    expect(clocks('2026-11-01').at(-1)).toBe('00:00');
  });

  it('[DAY-1] follow a zone that moves by half an hour, and a day that has no midnight', () => {
    expect(clocks('2026-10-04', 'Australia/Lord_Howe').slice(0, 4)).toEqual([
      '00:00',
      '01:00',
      '02:30',
      '03:00',
    ]);
    expect(clocks('2026-04-24', 'Africa/Cairo').slice(0, 2)).toEqual(['01:00', '02:00']);
  });
});

describe('what is shown of a day', () => {
  const strip = dayStrip('2026-11-24', zone);
  const range = (...spans: { fromMs: number; toMs: number }[]) => {
    const { fromMs, toMs } = shownRange(strip, spans, zone);
    return [new Date(fromMs).toISOString().slice(5, 16), new Date(toMs).toISOString().slice(5, 16)];
  };

  it('[DAY-2] is 8 to 19, grown by whole hours until each session has its place', () => {
    expect(range()).toEqual(['11-24T13:00', '11-25T00:00']);
    expect(range(span('2026-11-24T14:00Z', '2026-11-24T16:00Z'))).toEqual(['11-24T13:00', '11-25T00:00']);
    expect(range(span('2026-11-24T12:40Z', '2026-11-25T00:10Z'))).toEqual(['11-24T12:00', '11-25T01:00']);
  });

  it('[DAY-2] grows for the height of a short session too, and not for one of another day', () => {
    expect(range(span('2026-11-24T23:50Z', '2026-11-24T23:55Z'))).toEqual(['11-24T13:00', '11-25T01:00']);
    expect(range(span('2026-11-24T01:00Z', '2026-11-24T04:00Z'))).toEqual(['11-24T13:00', '11-25T00:00']);
  });

  it('[DAY-3] of a session over midnight is its part of either day', () => {
    const night = span('2026-11-25T03:00Z', '2026-11-25T07:00Z');
    expect(range(night)).toEqual(['11-24T13:00', '11-25T05:00']);
    expect(drawnSpan(night, strip)).toEqual(span('2026-11-25T03:00Z', '2026-11-25T05:00Z'));
    const next = dayStrip('2026-11-25', zone);
    expect(drawnSpan(night, next)).toEqual(span('2026-11-25T05:00Z', '2026-11-25T07:00Z'));
    expect(shownRange(next, [night], zone).fromMs).toBe(next.fromMs);
  });

  it('[DAY-3] of a short session at the end of a day is still as tall as a finger', () => {
    const late = span('2026-11-25T04:55Z', '2026-11-25T05:25Z');
    expect(drawnSpan(late, strip)).toEqual(span('2026-11-25T04:20Z', '2026-11-25T05:00Z'));
    expect(
      offsetPx(drawnSpan(late, strip).toMs, strip) - offsetPx(drawnSpan(late, strip).fromMs, strip),
    ).toBe(44);
  });
});

describe('a place in the grid', () => {
  const strip = dayStrip('2026-11-01', zone);

  it('[DAY-5] is the instant under the pointer, in the second of two equal hours as well', () => {
    const second = ms('2026-11-01T06:30Z');
    expect(msAtPx(offsetPx(second, strip), strip)).toBe(second);
    expect(slotAt(second + 59_000, zone)).toBe(second);
    expect(msAtPx(-50, strip)).toBe(strip.fromMs);
    expect(msAtPx(1e6, strip)).toBe(strip.toMs);
  });

  it('[DAY-5] snaps to five minutes for a drag and stays on the day, to half an hour of the clinic for a slot', () => {
    expect(droppedAt(ms('2026-11-01T19:02:29Z'), strip)).toBe(ms('2026-11-01T19:00Z'));
    expect(droppedAt(ms('2026-11-01T19:02:31Z'), strip)).toBe(ms('2026-11-01T19:05Z'));
    expect(droppedAt(strip.fromMs - 1e7, strip)).toBe(strip.fromMs);
    expect(droppedAt(strip.toMs + 1e7, strip)).toBe(strip.toMs - 300_000);
    // 09:44 in Kathmandu, which is 5:45 from UTC: half past nine there, not a quarter past.
    expect(slotAt(ms('2026-11-24T03:59:00Z'), 'Asia/Kathmandu')).toBe(ms('2026-11-24T03:45:00Z'));
  });

  it('[DAY-6] is free when one session ends as the other begins', () => {
    const a = span('2026-11-24T14:00Z', '2026-11-24T16:00Z');
    expect(overlap(a, span('2026-11-24T16:00Z', '2026-11-24T17:00Z'))).toBe(false);
    expect(overlap(a, span('2026-11-24T15:59Z', '2026-11-24T17:00Z'))).toBe(true);
    expect(overlap(a, span('2026-11-24T12:00Z', '2026-11-24T14:00Z'))).toBe(false);
  });
});
