import { describe, expect, test } from 'vitest';
import { at, MINUTE, T0, uuid } from '../session/given.test-support.ts';
import { dose, noticesAt, session, set, shownAt, symptom } from './notices.test-support.ts';

const [A, B, C, D] = [uuid(11), uuid(12), uuid(13), uuid(14)] as const;
const high = { systolic: 164, diastolic: 98 };
const calm = { systolic: 128, diastolic: 80 };

describe('[NTC-1] a notice is derived, with the id of its rule and entry', () => {
  test('given 164/98, then bp-high with the limit it is outside of', () => {
    const notice = noticesAt(session(set(10, high, { id: A })), 10).get(`bp-high:${A}`);
    expect(notice).toMatchObject({
      priority: 'medium',
      entryId: A,
      shown: true,
      quiet: false,
      settled: null,
    });
    expect(notice?.facts).toEqual({
      type: 'sign',
      breaches: [{ level: 'medium', side: 'high', sign: 'systolic', value: 164, limit: 160 }],
      values: high,
      takenAt: at(10),
      symptom: null,
    });
  });

  test('given both ends outside, then one notice with both, at the higher priority', () => {
    const notice = noticesAt(session(set(10, { systolic: 164, diastolic: 112 }, { id: A })), 10).get(
      `bp-high:${A}`,
    );
    expect(notice?.priority).toBe('high');
    expect(notice?.facts.type === 'sign' && notice.facts.breaches.map(({ sign }) => sign)).toEqual([
      'systolic',
      'diastolic',
    ]);
  });

  test('given a sign that was not taken, then nothing about it', () => {
    expect(shownAt(session(set(10, { heartRate: 80 })), 10)).toEqual([]);
  });

  test('given any order of arrival, then the same notices', () => {
    const sets = [set(10, high, { id: A }), set(15, calm, { id: B }), set(20, high, { id: C })];
    const late = sets.toReversed().map((one) => ({ ...one, nowMs: T0 + 30 * MINUTE }));
    const early = sets.map((one) => ({ ...one, nowMs: T0 + 30 * MINUTE }));
    const ids = (told: typeof sets) => [...noticesAt(session(...told), 30).keys()].toSorted();
    expect(ids(late)).toEqual(ids(early));
  });

  test('before the start there is none', () => {
    expect(noticesAt(session(), 0).size).toBe(0);
  });
});

describe('[NTC-2] raised again on worsening only', () => {
  test.each([
    ['9 mmHg more', { systolic: 173, diastolic: 98 }, [`bp-high:${A}`]],
    ['10 mmHg more', { systolic: 174, diastolic: 98 }, [`bp-high:${B}`]],
    ['a higher priority', { systolic: 165, diastolic: 110 }, [`bp-high:${B}`]],
    ['lower and still over', { systolic: 161, diastolic: 90 }, [`bp-high:${A}`]],
  ])('given 164/98, then %s', (_, second, expected) => {
    expect(shownAt(session(set(10, high, { id: A }), set(14, second, { id: B })), 14)).toEqual(expected);
  });

  test('the step counts from the value at which it was raised last, not from the last one', () => {
    const slow = [set(10, high, { id: A }), set(12, { systolic: 170, diastolic: 98 }, { id: B })];
    const worse = set(14, { systolic: 175, diastolic: 98 }, { id: C });
    expect(shownAt(session(...slow, worse), 14)).toEqual([`bp-high:${C}`]);
  });

  test('one end of a pressure is enough, held against that end', () => {
    const first = set(10, { systolic: 182, diastolic: 112 }, { id: A });
    const again = (systolic: number, diastolic: number) =>
      shownAt(session(first, set(12, { systolic, diastolic }, { id: B })), 12);
    expect(again(183, 122)).toEqual([`bp-high:${B}`]);
    expect(again(183, 121)).toEqual([`bp-high:${A}`]);
    expect(again(192, 112)).toEqual([`bp-high:${B}`]);
  });

  test('an older notice stands for no longer, and stays in the record', () => {
    const both = session(set(10, high, { id: A }), set(14, { systolic: 184, diastolic: 98 }, { id: B }));
    expect(noticesAt(both, 14).get(`bp-high:${A}`)).toMatchObject({ shown: false, supersededBy: B });
  });

  test.each([
    ['spo2', 93, 92, false],
    ['spo2', 93, 91, true],
    ['heartRate', 112, 126, false],
    ['heartRate', 112, 127, true],
    ['moaas', 3, 2, true],
    ['respiratoryRate', 25, 30, false],
    ['respiratoryRate', 25, 31, true],
  ])('%s from %d to %d: raised again is %s', (sign, first, second, again) => {
    const both = session(set(70, { [sign]: first }, { id: A }), set(80, { [sign]: second }, { id: B }));
    const shown = shownAt(both, 80);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.endsWith(again ? B : A)).toBe(true);
  });
});

describe('[NTC-5] what is more than one value', () => {
  test('[VIT-10] SpO₂ under 92 twice within 5 minutes is High; once, or 6 minutes apart, Medium', () => {
    const twice = (minute: number) =>
      noticesAt(session(set(10, { spo2: 91 }, { id: A }), set(minute, { spo2: 91 }, { id: B })), minute);
    expect(twice(15).get(`spo2-low:${B}`)?.priority).toBe('high');
    expect(twice(16).has(`spo2-low:${B}`)).toBe(false);
    expect(twice(16).get(`spo2-low:${A}`)?.priority).toBe('medium');
    const once = session(set(10, { spo2: 92 }, { id: A }), set(12, { spo2: 91 }, { id: B }));
    expect(noticesAt(once, 12).get(`spo2-low:${A}`)?.priority).toBe('medium');
  });

  test('[VIT-10] a High by the value alone names its own limit; at the limit of 92 nothing is sustained', () => {
    const told = session(set(10, { spo2: 88 }, { id: A }), set(12, { spo2: 86 }, { id: B }));
    const facts = noticesAt(told, 12).get(`spo2-low:${B}`)?.facts;
    expect(facts).toMatchObject({ breaches: [{ level: 'high', value: 86, limit: 90 }] });
    const twice = (first: number, second: number) =>
      noticesAt(session(set(10, { spo2: first }, { id: A }), set(12, { spo2: second }, { id: B })), 12);
    for (const [first, second] of [
      [91, 92],
      [92, 91],
      [92, 92],
    ] as const) {
      expect([...twice(first, second).values()].map(({ priority }) => priority)).toEqual(['medium']);
    }
    expect(twice(91, 91).get(`spo2-low:${B}`)?.facts).toMatchObject({ breaches: [{ limit: 92 }] });
    // A set without the sign in between stands for nothing.
    const between = session(
      set(10, { spo2: 91 }, { id: A }),
      set(11, { heartRate: 80 }),
      set(12, { spo2: 91 }, { id: B }),
    );
    expect(noticesAt(between, 12).get(`spo2-low:${B}`)?.priority).toBe('high');
  });

  test('sedation of 1 is an emergency, of 2 it is not', () => {
    const of = (moaas: number) => noticesAt(session(set(10, { moaas }, { id: A })), 10).get(`sedation:${A}`);
    expect(of(1)).toMatchObject({ priority: 'high', emergency: true });
    expect(of(2)).toMatchObject({ priority: 'high', emergency: false });
  });

  test('no reading obtainable is High until there is one; refused is not', () => {
    const missing = (outcome: 'unable' | 'refused') => ({
      notMeasured: [{ sign: 'bloodPressure', reason: 'Cuff fails twice.', outcome }],
    });
    const id = `no-reading:${A}:bloodPressure`;
    expect(noticesAt(session(set(10, missing('unable'), { id: A })), 10).get(id)).toMatchObject({
      priority: 'high',
      shown: true,
    });
    expect(noticesAt(session(set(10, missing('refused'), { id: A })), 10).has(id)).toBe(false);
    const earlier = session(set(9, calm), set(10, missing('unable'), { id: A }));
    expect(noticesAt(earlier, 10).get(id)?.settled).toBeNull();
    const later = session(set(10, missing('unable'), { id: A }), set(12, { heartRate: 80 }), set(13, calm));
    expect(noticesAt(later, 13).get(id)?.settled).toMatchObject({ how: 'value', atMs: T0 + 13 * MINUTE });
  });

  test('a pressure over the High limit with a headache within 15 minutes is an emergency', () => {
    const over = { systolic: 184, diastolic: 98 };
    const id = `bp-emergency:${D}`;
    const told = (minute: number, term: string, data = over) =>
      noticesAt(session(set(20, data, { id: A }), symptom(minute, term, { id: D })), 40).get(id);
    expect(told(35, 'headache')).toMatchObject({ priority: 'high', emergency: true, shown: true });
    expect(told(5, 'chest_pain')?.emergency).toBe(true);
    expect(told(36, 'headache')).toBeUndefined();
    expect(told(30, 'nausea')).toBeUndefined();
    for (const term of ['diplopia', 'seizure', 'syncope']) expect(told(30, term)?.emergency).toBe(true);
    expect(told(25, 'headache')?.sinceMs).toBe(T0 + 25 * MINUTE);
    expect(told(15, 'headache')?.sinceMs).toBe(T0 + 20 * MINUTE);
    expect(told(30, 'headache', high)).toBeUndefined();
  });

  test('sedation of 4 counts from an hour after the first dose of ketamine', () => {
    const of = (minute: number) =>
      shownAt(session(dose(0, 40), set(minute, { moaas: 4 }, { id: A })), minute).filter(
        (id) => !id.startsWith('dose-'),
      );
    expect(of(59)).toEqual([]);
    expect(of(60)).toEqual([`sedation:${A}`]);
  });
});
