import { describe, expect, test } from 'vitest';
import { findMeasure, measureFrom, measuresWith, newestOf, TOTAL_ITEM } from './clinic-measure.ts';
import type { InstrumentDefinition } from './definition-shape.ts';
import { exampleDefinition } from './example-definition.ts';
import { bandWords, linesOf, sameScale, subscaleLines } from './measure-lines.ts';
import { answerProblems, bandOf, isShortInterval, measures, safetyAnswer, totalOf } from './measures.ts';
import { shameCheckIn } from './own-measures.ts';
import { phq9 } from './phq9.ts';

const sleep = measureFrom(exampleDefinition);
const answer = (falling: number, waking: number, rested: number) => [
  { item: 'falling-asleep', value: falling },
  { item: 'waking', value: waking },
  { item: 'rested', value: rested },
];
const paper: InstrumentDefinition = {
  key: 'paper-form',
  version: 1,
  name: 'Paper form',
  total: { least: 0, most: 92 },
  licence: 'Licensed by its publisher.',
  source: 'Somebody 2020',
};

describe("[MEA-1] a clinic's instrument is scored as Tandem's own are", () => {
  test('its total goes from the sum of the least answers to that of the most', () => {
    expect(sleep.total).toEqual({ least: 0, most: 16 });
    expect(totalOf(sleep, answer(0, 0, 10))).toBe(0);
    expect(totalOf(sleep, answer(3, 3, 0))).toBe(16);
  });

  test('what counts the other way round is turned by its own ends, in whichever order they are offered', () => {
    expect(totalOf(sleep, answer(1, 0, 8))).toBe(3);
    const [first] = exampleDefinition.items ?? [];
    const answers = [2, 5, 3].map((value) => ({ value, words: `${value}` }));
    const turned = measureFrom({
      ...exampleDefinition,
      items: [{ ...(first as NonNullable<typeof first>), answers, reverse: true }],
    });
    expect(turned.total).toEqual({ least: 2, most: 5 });
    expect(totalOf(turned, [{ item: 'falling-asleep', value: 2 }])).toBe(5);
  });

  test('bands, and none without a total', () => {
    expect(bandOf(sleep, 5)?.words).toBe('restful');
    expect(bandOf(sleep, 6)?.words).toBe('in between');
    expect(totalOf(sleep, answer(1, 1, 5).slice(1))).toBeNull();
  });

  test('subscales by their own items', () => {
    const [nights] = subscaleLines(sleep);
    expect(nights).toMatchObject({ key: 'nights', least: 0, most: 6 });
    expect(nights?.of(answer(2, 3, 10))).toBe(5);
    expect(nights?.of(answer(2, 3, 10).slice(1))).toBeNull();
  });

  test('answers that are none of those offered are named', () => {
    expect(answerProblems(sleep, answer(4, 0, 0))[0]?.message).toBe(
      'must be a whole number from 0 to 3 for falling-asleep',
    );
    expect(answerProblems(sleep, answer(0, 0, 11))).toHaveLength(1);
    const [first] = exampleDefinition.items ?? [];
    const gaps = [0, 5].map((value) => ({ value, words: `${value}` }));
    const twoOf = measureFrom({
      ...exampleDefinition,
      items: [{ ...(first as NonNullable<typeof first>), answers: gaps }],
    });
    expect(answerProblems(twoOf, [{ item: 'falling-asleep', value: 2 }])[0]?.message).toBe(
      'must be one of 0, 5 for falling-asleep',
    );
  });

  test('of a paper form the total alone is entered', () => {
    const measure = measureFrom(paper);
    expect(measure).toMatchObject({ totalOnly: true, total: { least: 0, most: 92 } });
    expect(totalOf(measure, [{ item: TOTAL_ITEM, value: 57 }])).toBe(57);
    expect(answerProblems(measure, [{ item: TOTAL_ITEM, value: 93 }])).toHaveLength(1);
  });
});

test('[MEA-4] the days it looks back on make a short interval', () => {
  const day = 24 * 3_600_000;
  expect(isShortInterval(sleep, 0, 3.5 * day - 1)).toBe(true);
  expect(isShortInterval(sleep, 0, 3.5 * day)).toBe(false);
  expect(isShortInterval(measureFrom(paper), 0, day)).toBe(false);
});

test('[INS-1] without a source it is marked as not validated', () => {
  expect(sleep.validated).toBe(false);
  expect(measureFrom(paper)).toMatchObject({ validated: true, source: 'Somebody 2020' });
});

test('[MEA-2] no instrument of a clinic asks the safety question', () => {
  expect(safetyAnswer(sleep.key, [{ item: 'q9', value: 3 }])).toBeNull();
});

describe('[INS-3] an answer is read by the version it was given to', () => {
  const second = measureFrom({ ...exampleDefinition, version: 2, name: 'Sleep, second version' });
  const known = measuresWith([sleep, second]);

  test('each version stays, and the newest is asked', () => {
    expect(findMeasure(known, { instrument: 'sleep-week', version: 1 })).toBe(sleep);
    expect(findMeasure(known, { instrument: 'sleep-week', version: 2 })).toBe(second);
    expect(findMeasure(known, { instrument: 'sleep-week', version: 3 })).toBeUndefined();
    expect(newestOf(known)).toEqual([...measures, second]);
  });
});

describe('[INS-4] on one axis stands what has one scale', () => {
  test('other words are the same scale; another end is not', () => {
    const reworded = measureFrom({ ...exampleDefinition, version: 2, name: 'Sleep of the week' });
    expect(sameScale(sleep, reworded)).toBe(true);
    const longer = measureFrom({
      ...exampleDefinition,
      version: 3,
      items: (exampleDefinition.items ?? []).slice(0, 2),
      bands: [],
    });
    expect(sameScale(sleep, longer)).toBe(false);
  });

  test('without a total each subscale is a line, and without those each question', () => {
    const unsummed = measureFrom({ ...exampleDefinition, total: null, bands: undefined });
    expect(linesOf(unsummed).map(({ key }) => key)).toEqual(['nights']);
    expect(linesOf(shameCheckIn).map(({ key }) => key)).toEqual(['judging', 'hiding', 'best', 'kindness']);
    expect(linesOf(shameCheckIn)[2]?.of([{ item: 'best', value: 7 }])).toBe(7);
    const [total] = linesOf(phq9);
    expect(linesOf(phq9)).toHaveLength(1);
    expect(total && bandWords(total, 12)).toBe('moderate');
  });
});
