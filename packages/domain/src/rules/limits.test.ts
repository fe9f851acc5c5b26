import { describe, expect, test } from 'vitest';
import { type Breach, breachOf, limitRow, limitRows, type Side } from './limits.ts';

/** The limits once more, as clinical.md 1.4 prints them, with the last value inside and the first outside. */
const printed: readonly [
  sign: string,
  side: Side,
  level: Breach['level'],
  inside: number,
  outside: number,
][] = [
  ['systolic', 'high', 'medium', 159, 160],
  ['systolic', 'high', 'high', 179, 180],
  ['systolic', 'low', 'medium', 100, 99],
  ['systolic', 'low', 'high', 90, 89],
  ['diastolic', 'high', 'medium', 99, 100],
  ['diastolic', 'high', 'high', 109, 110],
  ['heartRate', 'high', 'medium', 110, 111],
  ['heartRate', 'high', 'high', 130, 131],
  ['heartRate', 'low', 'medium', 55, 54],
  ['heartRate', 'low', 'high', 50, 49],
  ['spo2', 'low', 'medium', 94, 93],
  ['spo2', 'low', 'high', 90, 89],
  ['respiratoryRate', 'high', 'medium', 24, 25],
  ['respiratoryRate', 'high', 'high', 30, 31],
  ['respiratoryRate', 'low', 'medium', 10, 9],
  ['respiratoryRate', 'low', 'high', 8, 7],
  ['moaas', 'low', 'medium', 5, 4],
  ['moaas', 'low', 'high', 4, 3],
];
const ranks = { none: 0, medium: 1, high: 2 };

describe('[LIM-1] one unit either side of every limit', () => {
  test.each(printed)('%s %s %s: %d is inside, %d outside', (sign, side, level, inside, outside) => {
    const row = limitRows.find((one) => one.sign === sign);
    if (row === undefined) throw new Error(`no limits for ${sign}`);
    const levelOf = (value: number) => breachOf(row, side, value, 90)?.level ?? 'none';
    expect(ranks[levelOf(inside)]).toBeLessThan(ranks[level]);
    expect(levelOf(outside)).toBe(level);
    expect(breachOf(row, side, outside, 90)).toMatchObject({ side, value: outside, sign });
  });

  test('no limit of the table is missing above', () => {
    const sides = limitRows.flatMap((row) =>
      (['medium', 'high'] as const).flatMap((level) =>
        (['low', 'high'] as const)
          .filter((side) => row[level][side] !== undefined)
          .map((side) => `${row.sign} ${side} ${level}`),
      ),
    );
    expect(sides.toSorted()).toEqual(
      printed.map(([sign, side, level]) => `${sign} ${side} ${level}`).toSorted(),
    );
  });

  test('sedation of 4 is Medium from 60 minutes after the first dose on, and not before one', () => {
    const row = limitRows.find(({ sign }) => sign === 'moaas');
    if (row === undefined) throw new Error('no limits for moaas');
    expect(breachOf(row, 'low', 4, 59.9)).toBeNull();
    expect(breachOf(row, 'low', 4, 60)?.level).toBe('medium');
    expect(breachOf(row, 'low', 4, null)).toBeNull();
    expect(breachOf(row, 'low', 4, 0)).toBeNull();
    expect(breachOf(row, 'low', 3, null)?.level).toBe('high');
  });

  test('a side without a limit is never outside', () => {
    const row = limitRows.find(({ sign }) => sign === 'spo2');
    if (row === undefined) throw new Error('no limits for spo2');
    expect(breachOf(row, 'high', 100, null)).toBeNull();
  });
});

describe('[LIM-1] a row of limits', () => {
  test('is found by its sign; a sign without limits has none', () => {
    for (const { sign } of limitRows) expect(limitRow(sign)?.sign).toBe(sign);
    expect(limitRow('temperatureC')).toBeUndefined();
  });

  test('says where it comes from', () => {
    for (const { source } of limitRows) expect(source).toMatch(/clinic policy|\[S\d+\]/);
  });

  test('that counts from a minute after the first dose counts not before one', () => {
    const row = limitRow('moaas') as NonNullable<ReturnType<typeof limitRow>>;
    expect(breachOf(row, 'low', 4, null)).toBeNull();
    expect(breachOf({ ...row, mediumFromMinute: 0 }, 'low', 4, null)).toBeNull();
    expect(breachOf({ ...row, mediumFromMinute: 0 }, 'low', 4, 0)?.level).toBe('medium');
  });

  test('without a limit on a side finds nothing there', () => {
    const row = limitRow('spo2') as NonNullable<ReturnType<typeof limitRow>>;
    expect(breachOf(row, 'high', 100, 5)).toBeNull();
  });
});
