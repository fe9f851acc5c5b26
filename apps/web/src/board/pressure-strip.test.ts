import { vitalSign } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { WINDOW_MINUTES } from '../data/time-window.ts';
import { pressureStrip } from './pressure-strip.ts';

const start = Date.parse('2026-11-24T10:03:00.000Z');
const at = (minute: number, systolic = 130, diastolic = 80) => ({
  happenedAt: new Date(start + minute * 60_000).toISOString(),
  systolic,
  diastolic,
});

describe('the small picture of a card', () => {
  test('a minute is the same width in every card, from the ten minutes that hold the first reading', () => {
    const { marks } = pressureStrip([at(0), at(20)], start + 25 * 60_000);
    expect(marks.map(({ x }) => Math.round(x))).toEqual([3, 23]);
  });

  test('slides in steps of ten minutes once now has passed three quarters; what left is not drawn', () => {
    const readings = [at(0), at(60), at(118)];
    const now = start + 120 * 60_000;
    const { marks } = pressureStrip(readings, now);
    expect(marks).toHaveLength(2);
    expect(marks.every(({ x }) => x >= 0 && x <= 75)).toBe(true);
    const [a, b] = marks;
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo((58 / WINDOW_MINUTES) * 100, 6);
  });

  test('the axis is fixed: a value outside lies on its edge and is named as the highest', () => {
    const { axis } = vitalSign('systolic');
    const { marks, highest, limit } = pressureStrip([at(0, 240, 130), at(5)], start + 10 * 60_000);
    expect(marks[0]?.top).toBe(0);
    expect(highest?.systolic).toBe(240);
    expect(limit).toBeCloseTo((((axis?.max ?? 0) - 160) / ((axis?.max ?? 0) - (axis?.min ?? 0))) * 100, 6);
  });

  test('without a reading there is no mark and no highest', () => {
    expect(pressureStrip([], start)).toMatchObject({ marks: [], highest: null });
  });
});
