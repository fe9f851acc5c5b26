import type { AnyNewEntry, Entry } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { dose, idOf, served, sessionA } from '../data/entries.test-support.ts';
import { outsideOf, type Picture, pictureOf, scaleOf, ticksOf } from './picture-data.ts';

/** The first dose, as `entries.test-support` writes it. */
const DOSE_MS = Date.parse('2026-11-24T15:00:00.000Z');
const at = (minute: number) => new Date(DOSE_MS + minute * 60_000).toISOString();
const planned = at(-45);

const vitals = (number: number, minute: number, systolic: number, diastolic: number): AnyNewEntry => ({
  id: idOf(number),
  kind: 'vital-signs',
  happenedAt: at(minute),
  data: { systolic, diastolic },
});
const logOf = (...entries: AnyNewEntry[]): Entry[] => entries.map((entry, index) => served(index + 1, entry));

describe('[PIC-1] a picture', () => {
  test('counts minutes from the first ketamine dose, before it too', () => {
    const rescue = { ...dose(1, 5), data: { ...dose(1, 5).data, drug: 'other', drugName: 'Labetalol' } };
    const log = logOf(
      vitals(2, -12, 124, 78),
      { ...rescue, happenedAt: at(-20) } as AnyNewEntry,
      dose(3, 40),
      { ...dose(4, 20), happenedAt: at(31) } as AnyNewEntry,
      vitals(5, 15, 150, 90),
    );
    const picture = pictureOf(sessionA, log, planned);
    expect(picture.zero).toBe('first-dose');
    expect(picture.pressures).toEqual([
      { id: idOf(2), minute: -12, systolic: 124, diastolic: 78, map: 93 },
      { id: idOf(5), minute: 15, systolic: 150, diastolic: 90, map: 110 },
    ]);
    expect(picture.doses).toEqual([
      { id: idOf(3), minute: 0, label: '40 mg IM' },
      { id: idOf(4), minute: 31, label: '20 mg IM' },
    ]);
  });

  test('shows values as corrected, and nothing that was entered in error', () => {
    const amended = { entryId: idOf(1), data: { systolic: 146, diastolic: 90 }, reason: 'Mistyped.' };
    const wrong = { entryId: idOf(2), reason: 'Other client.' };
    const log = logOf(
      vitals(1, 5, 164, 90),
      vitals(2, 10, 90, 40),
      { id: idOf(3), kind: 'amendment', happenedAt: at(11), data: amended },
      { id: idOf(4), kind: 'retraction', happenedAt: at(12), data: wrong },
    );
    const { zero, pressures } = pictureOf(sessionA, log, at(0));
    expect(zero).toBe('start');
    expect(pressures).toEqual([{ id: idOf(1), minute: 5, systolic: 146, diastolic: 90, map: 109 }]);
  });

  test('leaves out what was withheld', () => {
    const log = [served(1, dose(1, 40), { data: null, withheld: true }), served(2, vitals(2, 9, 120, 80))];
    expect(pictureOf(sessionA, log, at(0))).toMatchObject({ zero: 'start', doses: [] });
  });
});

describe('[PIC-2] one scale for all', () => {
  const picture = (...readings: [number, number, number][]): Picture => ({
    zero: 'first-dose',
    doses: [],
    pressures: readings.map(([minute, systolic, diastolic], index) => ({
      id: idOf(index),
      minute,
      systolic,
      diastolic,
      map: diastolic,
    })),
  });

  test('is 40 to 200 mmHg from half an hour before to two hours after, however small the values', () => {
    const usual = { fromMinute: -30, toMinute: 120, low: 40, high: 200, widened: false };
    expect(scaleOf([], 0)).toEqual(usual);
    expect(scaleOf([picture([10, 110, 70])], 100)).toEqual(usual);
  });

  test('steps out for a reading outside it, on every picture, and says so', () => {
    const scale = scaleOf([picture([10, 110, 70]), picture([10, 214, 36])], 100);
    expect(scale).toMatchObject({ low: 20, high: 220, widened: true });
  });

  test('is as long as the longest session, and never squashed by a reading of the day before', () => {
    expect(scaleOf([picture([-1400, 120, 80], [130, 120, 80])], 140)).toMatchObject({
      fromMinute: -60,
      toMinute: 150,
    });
    expect(scaleOf([picture([700, 120, 80])], 0)).toMatchObject({ toMinute: 240 });
  });

  test('tells how many lie outside', () => {
    const far = picture([-1400, 120, 80], [10, 120, 80], [700, 120, 80]);
    expect(outsideOf(far, scaleOf([far], 0))).toBe(2);
    expect(ticksOf(-60, 120, 30)).toEqual([-60, -30, 0, 30, 60, 90, 120]);
  });
});
