import { describe, expect, test } from 'vitest';
import { gad7 } from './gad7.ts';
import { answerProblems, bandOf, isShortInterval, measures, safetyAnswer, totalOf } from './measures.ts';
import { experience, shameCheckIn } from './own-measures.ts';
import { phq9 } from './phq9.ts';

const DAY = 24 * 3_600_000;
const all = (count: number, value: number) =>
  Array.from({ length: count }, (_, at) => ({ item: `q${at + 1}`, value }));

describe('[MEA-1] scoring against the published bands', () => {
  // Both ends of every band, as published (clinical.md 3.4).
  test.each([
    [phq9, 0, 'minimal'],
    [phq9, 4, 'minimal'],
    [phq9, 5, 'mild'],
    [phq9, 9, 'mild'],
    [phq9, 10, 'moderate'],
    [phq9, 14, 'moderate'],
    [phq9, 15, 'moderately severe'],
    [phq9, 19, 'moderately severe'],
    [phq9, 20, 'severe'],
    [phq9, 27, 'severe'],
    [gad7, 0, 'minimal'],
    [gad7, 4, 'minimal'],
    [gad7, 5, 'mild'],
    [gad7, 9, 'mild'],
    [gad7, 10, 'moderate'],
    [gad7, 14, 'moderate'],
    [gad7, 15, 'severe'],
    [gad7, 21, 'severe'],
  ])('$0.name $1 is $2', (measure, total, words) => {
    expect(bandOf(measure, total)?.words).toBe(words);
  });

  test('every total from least to most has one band', () => {
    for (const measure of [phq9, gad7])
      for (let total = measure.total?.least ?? 0; total <= (measure.total?.most ?? 0); total += 1)
        expect(measure.bands.filter(({ from, to }) => total >= from && total <= to)).toHaveLength(1);
  });

  test('the sum of the items, without the one that is never counted', () => {
    expect(totalOf(phq9, all(9, 3))).toBe(27);
    expect(totalOf(gad7, all(7, 3))).toBe(21);
    expect(totalOf(phq9, [...all(9, 1), { item: 'q10', value: 3 }])).toBe(9);
  });

  test('one question without an answer, and there is no total: nothing is taken for zero', () => {
    expect(totalOf(phq9, all(8, 1))).toBeNull();
    expect(bandOf(phq9, null)).toBeNull();
  });

  test('own measures are shown line by line, marked, and never summed', () => {
    for (const own of [shameCheckIn, experience]) {
      expect(own.validated).toBe(false);
      expect(
        totalOf(
          own,
          own.items.map(({ key }) => ({ item: key, value: 5 })),
        ),
      ).toBeNull();
    }
  });
});

test('[MEA-2] from 1 on the ninth answer counts, of the PHQ-9 alone', () => {
  expect(safetyAnswer('phq-9', all(9, 1))).toBe(1);
  expect(safetyAnswer('phq-9', all(9, 0))).toBe(0);
  expect(safetyAnswer('phq-9', all(8, 3))).toBeNull();
  expect(safetyAnswer('gad-7', [{ item: 'q9', value: 3 }])).toBeNull();
});

test('[MEA-4] under 7 days apart two answers about two weeks look back on the same days', () => {
  expect(isShortInterval(phq9, 0, 7 * DAY - 1)).toBe(true);
  expect(isShortInterval(phq9, 0, 7 * DAY)).toBe(false);
  expect(isShortInterval(shameCheckIn, 0, DAY)).toBe(false);
});

test('[MEA-1] what does not belong to the measure is named', () => {
  const problem = (answers: { item: string; value: number }[]) => answerProblems(phq9, answers)[0]?.message;
  expect(problem([{ item: 'q1', value: 4 }])).toBe('must be a whole number from 0 to 3 for q1');
  expect(problem([{ item: 'q11', value: 0 }])).toContain('must be one of q1, q2');
  expect(problem([...all(1, 1), ...all(1, 2)])).toBe('stands twice: q1');
  expect(problem([])).toBe('needs at least one answer');
  expect(answerProblems(shameCheckIn, [{ item: 'hiding', value: 7 }])).toEqual([]);
  expect(answerProblems(shameCheckIn, [{ item: 'hiding', value: 11 }])).toHaveLength(1);
  expect(problem(all(9, 3))).toBeUndefined();
});

test('each measure has its own key, questions with keys of their own, a licence line and a source', () => {
  expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length);
  for (const { items, licence, source } of measures) {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    expect(licence).not.toBe('');
    expect(source).not.toBe('');
  }
});
