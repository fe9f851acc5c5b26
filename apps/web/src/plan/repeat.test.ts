import { describe, expect, it } from 'vitest';
import { changedRepeat, countOf, datesOf, once, repeatProblem } from './repeat.ts';

describe('the days of a series', () => {
  it('[SER-1] are counted by the calendar, over months, years and leap days', () => {
    expect(datesOf('2026-12-22', { ...once, count: '3' })).toEqual([
      '2026-12-22',
      '2026-12-29',
      '2027-01-05',
    ]);
    expect(datesOf('2028-02-27', { ...once, count: '3', unit: 'days' })).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
    ]);
    expect(datesOf('2026-10-25', { ...once, count: '2', every: '2' })).toEqual(['2026-10-25', '2026-11-08']);
  });

  it('[SER-1] keep what was set by hand until the distance changes', () => {
    const byHand = { ...once, count: '3', byHand: { 1: '2026-12-30' } };
    expect(datesOf('2026-12-22', byHand)).toEqual(['2026-12-22', '2026-12-30', '2027-01-05']);
    expect(changedRepeat(byHand, { count: '4' }).byHand).toEqual({ 1: '2026-12-30' });
    expect(changedRepeat(byHand, { every: '2' }).byHand).toEqual({});
    expect(changedRepeat(byHand, { unit: 'days' }).byHand).toEqual({});
  });

  it('[SER-2] are refused in words when the number cannot be read, and never guessed', () => {
    for (const count of ['', '0', '25', '2.5', '-3', 'six']) {
      expect(repeatProblem({ ...once, count })?.field, count).toBe('repeatCount');
      expect(datesOf('2026-12-22', { ...once, count }), count).toEqual([]);
      expect(countOf({ ...once, count }), count).toBe(1);
    }
    expect(repeatProblem({ ...once, count: '3', every: '0' })?.field).toBe('repeatEvery');
    expect(repeatProblem({ ...once, count: '1', every: '' })).toBeNull();
    expect(datesOf('0002-12-22', { ...once, count: '3' })).toEqual([]);
  });
});
