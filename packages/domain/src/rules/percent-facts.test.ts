import { describe, expect, test } from 'vitest';
import { anyOf, append, given, MINUTE, planned, started, T0, uuid } from '../session/given.test-support.ts';
import { dose, set } from './notices.test-support.ts';
import { percentFacts, percentSentence } from './percent-facts.ts';

const A = uuid(51);
/** A baseline of these pressures, a dose at minute 10, and one reading after it. */
const facts = (before: readonly [number, number], after: readonly [number, number]) =>
  percentFacts(
    given(
      planned,
      started,
      set(5, { systolic: before[0], diastolic: before[1] }),
      dose(10, 40),
      set(20, { systolic: after[0], diastolic: after[1] }, { id: A }),
    ).state,
  );
const beyond = (before: readonly [number, number], after: readonly [number, number]) =>
  Object.fromEntries(facts(before, after).map((fact) => [fact.sign, fact.beyond?.percent ?? null]));

describe('[PCT-1] systolic pressure in percent of the baseline', () => {
  test('from +20 % on, and one unit less is not', () => {
    // 120 % of 120 is 144.
    expect(beyond([120, 80], [143, 80]).systolic).toBeNull();
    expect(beyond([120, 80], [144, 80]).systolic).toBe(20);
    // 120 % of 124 is 148.8: the next whole one counts.
    expect(beyond([124, 80], [148, 80]).systolic).toBeNull();
    expect(beyond([124, 80], [149, 80]).systolic).toBe(20);
  });

  test('to -20 %, and one unit more is not', () => {
    expect(beyond([120, 80], [97, 70]).systolic).toBeNull();
    expect(beyond([120, 80], [96, 70]).systolic).toBe(-20);
    expect(beyond([120, 80], [60, 40]).systolic).toBe(-20);
  });
});

describe('[PCT-2] mean pressure in percent of the baseline', () => {
  // A mean of 100 before: 25 % more is 125, 35 % more is 135.
  const before = [120, 90] as const;

  test('from +25 % and from +35 % on, and one unit less is not', () => {
    expect(beyond(before, [152, 110]).map).toBeNull();
    expect(beyond(before, [155, 110]).map).toBe(25);
    expect(beyond(before, [162, 120]).map).toBe(25);
    expect(beyond(before, [165, 120]).map).toBe(35);
    const [, low] = facts(before, [152, 110]);
    const [, worst] = facts(before, [165, 120]);
    expect(low).toMatchObject({ sign: 'map', value: 124, reference: 100, percent: 24, beyond: null });
    expect(worst).toMatchObject({ value: 135, percent: 35, beyond: { level: 'high' } });
    expect(facts(before, [155, 110])[1]?.beyond).toEqual({ percent: 25, level: 'medium' });
  });

  test('a fall is no fact of it', () => {
    expect(beyond(before, [70, 40]).map).toBeNull();
  });
});

describe('[PCT-3] what it is compared with', () => {
  test('a raised baseline at its limit', () => {
    expect(facts([150, 96], [168, 96]).map(({ reference }) => reference)).toEqual([140, 107]);
    expect(beyond([150, 96], [167, 96]).systolic).toBeNull();
    expect(beyond([150, 96], [168, 96]).systolic).toBe(20);
  });

  test('without a baseline that is said, and nothing is beyond it', () => {
    const told = given(planned, started, dose(10, 40), set(20, { systolic: 190, diastolic: 80 }, { id: A }));
    const taken = { entryId: A, takenAt: told.log.at(-1)?.happenedAt };
    expect(percentFacts(told.state)).toEqual([
      { ...taken, sign: 'systolic', value: 190, reference: null, percent: null, beyond: null },
      { ...taken, sign: 'map', value: 117, reference: null, percent: null, beyond: null },
    ]);
    expect(percentFacts(told.state).map(percentSentence)).toEqual([
      'Systolic 190 mmHg, no baseline',
      'MAP 117 mmHg, no baseline',
    ]);
  });

  test('readings after the first dose, a pressure each; none before there is a dose', () => {
    const before = set(5, { systolic: 120, diastolic: 80 });
    expect(percentFacts(given(planned, started, before).state)).toEqual([]);
    const told = given(
      planned,
      started,
      before,
      dose(10, 40),
      set(10, { systolic: 150, diastolic: 80 }),
      set(11, { heartRate: 90 }),
      set(12, { systolic: 121, diastolic: 80 }),
    );
    // The one at the very moment of the dose belongs to the baseline: (120 + 150) / 2.
    expect(percentFacts(told.state).map(({ value, reference }) => [value, reference])).toEqual([
      [121, 135],
      [94, 98],
    ]);
  });

  test('what was entered in error is no fact', () => {
    const wrong = { command: append(anyOf('retraction', A)), nowMs: T0 + 30 * MINUTE };
    const high = set(20, { systolic: 190, diastolic: 80 }, { id: A });
    expect(percentFacts(given(planned, started, dose(10, 40), high, wrong).state)).toEqual([]);
  });
});

test('[PCT-4] it is said in whole percent towards zero: a step that is shown was reached', () => {
  expect(facts([124, 80], [148, 80]).map(percentSentence)[0]).toBe('Systolic 148 mmHg, +19 % on 124');
  expect(facts([124, 80], [149, 80]).map(percentSentence)[0]).toBe('Systolic 149 mmHg, +20 % on 124');
  // 19.6 %, which is no 20.
  expect(facts([112, 80], [134, 80]).map(percentSentence)[0]).toBe('Systolic 134 mmHg, +19 % on 112');
  expect(facts([124, 80], [100, 80]).map(percentSentence)[0]).toBe('Systolic 100 mmHg, -19 % on 124');
  expect(facts([124, 80], [124, 80]).map(percentSentence)).toEqual([
    'Systolic 124 mmHg, 0 % on 124',
    'MAP 95 mmHg, 0 % on 95',
  ]);
});
