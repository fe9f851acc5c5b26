import { describe, expect, test } from 'vitest';
import { dayBefore, firstFilters, noFilters, searchOf, setKeys, without } from './filters.ts';

const today = '2026-03-01';

describe('[PST-1] the list asks for what its filters say', () => {
  test('past sessions of any day, when nothing is set', () => {
    expect(searchOf(noFilters, today)).toEqual({ status: ['ended', 'signed', 'cancelled'] });
  });

  test('the last 7 days are today and the six before it, over the end of a month', () => {
    expect(searchOf({ ...noFilters, period: '7' }, today)).toMatchObject({
      from: '2026-02-23',
      to: '2026-03-01',
    });
    expect(dayBefore('2024-03-01', 1)).toBe('2024-02-29');
  });

  test('days that were chosen, one of them alone too; contradicting ones ask nothing', () => {
    const between = { ...noFilters, period: 'between' as const };
    const one = searchOf({ ...between, from: '2026-01-05' }, today);
    expect(one).toMatchObject({ from: '2026-01-05' });
    expect(one).not.toHaveProperty('to');
    expect(searchOf({ ...between, from: '2026-01-05', to: '2026-01-04' }, today)).toBeNull();
  });

  test('text without its blanks, and ids', () => {
    const filters = { ...noFilters, text: '  Rivera ', status: 'any' as const, roomId: 'r', personId: 'p' };
    expect(searchOf(filters, today)).toEqual({ text: 'Rivera', roomId: 'r', personId: 'p' });
    expect(searchOf({ ...noFilters, text: '   ', status: 'signed' }, today)).toEqual({
      status: ['signed'],
    });
  });

  test('what happened: route, notices, doses outside of a limit, adverse events from a grade on', () => {
    const filters = {
      ...noFilters,
      status: 'any',
      route: 'im',
      notices: 'high',
      outside: 'yes',
      grade: '2',
    } as const;
    expect(searchOf(filters, today)).toEqual({
      route: 'im',
      notices: 'high',
      outsideLimit: true,
      gradeFrom: 2,
    });
  });

  test('at first the last 90 days: of everybody for a lead, of their own sessions for others', () => {
    expect(setKeys(firstFilters('lead', 'p'))).toEqual(['period']);
    expect(firstFilters('therapist', 'p')).toMatchObject({ period: '90', personId: 'p' });
  });
});

test('[PST-2] each filter that is set can be taken away alone', () => {
  const filters = {
    ...noFilters,
    text: 'Rivera',
    period: 'between' as const,
    from: '2026-01-05',
    roomId: 'r',
  };
  expect(setKeys(filters)).toEqual(['text', 'period', 'roomId']);
  expect(without(filters, 'period')).toEqual({ ...noFilters, text: 'Rivera', roomId: 'r' });
  expect(without(without(filters, 'text'), 'roomId')).toMatchObject({ period: 'between', text: '' });
  expect(setKeys(noFilters)).toEqual([]);
});
