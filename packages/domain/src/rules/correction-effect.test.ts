import { describe, expect, test } from 'vitest';
import type { AnyNewEntry } from '../entries/registry.ts';
import { withExpected } from '../session/expected.ts';
import { at, entry, type Given, given, MINUTE, physician, T0, uuid } from '../session/given.test-support.ts';
import { correctionEffect } from './correction-effect.ts';
import { noticeSentence } from './notice-words.ts';
import { dose, saw, session, set, under } from './notices.test-support.ts';

const FIRST = uuid(700);
const SECOND = uuid(701);
const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
const moved = (minute: number, entryId = FIRST) =>
  entry('amendment', { entryId, data, reason: 'Read from the pump.', correctedHappenedAt: at(minute) });
const notGiven = (entryId: string) =>
  entry('retraction', { entryId, reason: 'None of it was given.', anyGiven: false });

function effectOf({ state }: Given, correction: AnyNewEntry, minute: number) {
  const nowMs = T0 + minute * MINUTE;
  return correctionEffect(state, withExpected(state, correction, physician, nowMs), nowMs);
}

describe('[BAS-8] A correction that moves the first dose', () => {
  const twoReadings = session(
    set(0, { systolic: 122, diastolic: 76, heartRate: 70 }),
    set(14, { systolic: 130, diastolic: 76 }),
    dose(20, 40, { id: FIRST }),
    dose(40, 20, { id: SECOND }),
  );

  test('names the old and the new moment and each sign whose baseline differs, and no other', () => {
    const effect = effectOf(twoReadings, moved(10), 41);
    expect(effect?.firstDoseAt).toEqual({ before: at(20), after: at(10) });
    expect(effect?.baseline).toEqual([
      { sign: 'systolic', before: 126, after: 122 },
      { sign: 'heartRate', before: null, after: 70 },
    ]);
    expect(effectOf(twoReadings, moved(50), 51)?.baseline).toEqual([
      { sign: 'systolic', before: 126, after: null },
      { sign: 'diastolic', before: 76, after: null },
    ]);
  });

  test('is asked of a retraction too, when another dose becomes the first', () => {
    expect(effectOf(twoReadings, notGiven(FIRST), 41)?.firstDoseAt).toEqual({
      before: at(20),
      after: at(40),
    });
    expect(effectOf(twoReadings, moved(15, SECOND), 41)?.firstDoseAt).toEqual({
      before: at(20),
      after: at(15),
    });
  });

  test('is nothing to ask about while the first dose stays, or when there is none before or after', () => {
    expect(effectOf(twoReadings, notGiven(SECOND), 41)).toBeNull();
    expect(effectOf(twoReadings, moved(20), 41)).toBeNull();
    expect(effectOf(session(dose(20, 40, { id: FIRST })), notGiven(FIRST), 21)).toBeNull();
    const empty = session();
    expect(correctionEffect(empty.state, twoReadings.state, T0)).toBeNull();
  });

  test('names the notices that come, go, or say something else', () => {
    const hour = given(
      ...under({ minimumIntervalMinutes: 30 }),
      set(1, { systolic: 120, diastolic: 70 }),
      dose(5, 40, { id: FIRST }),
      set(66, { moaas: 4 }, { id: uuid(730) }),
      dose(67, 20, { id: SECOND }),
    );
    // A MOAA/S of 4 counts from the 60th minute on: six minutes later it does not.
    const later = effectOf(hour, moved(7), 68);
    expect(later?.gone.map(({ ruleId }) => ruleId)).toContain('sedation');
    expect(later?.raised.map(({ ruleId }) => ruleId)).not.toContain('sedation');
    const closer = effectOf(hour, moved(47), 68);
    expect(closer?.raised.map(({ ruleId, entryId }) => [ruleId, entryId])).toContainEqual([
      'dose-interval',
      SECOND,
    ]);
    const stillTooSoon = effectOf(
      given(
        ...under({ minimumIntervalMinutes: 30 }),
        dose(20, 40, { id: FIRST }),
        dose(40, 20, { id: SECOND }),
      ),
      moved(15),
      41,
    );
    expect(
      stillTooSoon?.changed
        .filter(({ after }) => after.ruleId === 'dose-interval')
        .map(({ before, after }) => [noticeSentence(before.facts), noticeSentence(after.facts)]),
    ).toEqual([['20 min after the dose before, limit 30 min', '25 min after the dose before, limit 30 min']]);
    expect(stillTooSoon?.changed.map(({ after }) => after.ruleId)).not.toContain('dose-hold');
  });

  test('counts a slot of vital signs while it is on the bar, and an answered notice in any case', () => {
    const late = session(dose(5, 40, { id: FIRST }), set(20, { systolic: 120, diastolic: 70 }));
    const dueIds = (effect: ReturnType<typeof effectOf>, key: 'raised' | 'gone') =>
      effect?.[key].filter(({ facts }) => facts.type === 'vitals-due').map(({ id }) => id);
    expect(
      effectOf(late, moved(6), 26)?.raised.every(({ facts, shown }) => facts.type !== 'vitals-due' || shown),
    ).toBe(true);
    expect(dueIds(effectOf(late, moved(6), 21), 'gone')).toEqual([]);
    const answered = given(
      ...under({ minimumIntervalMinutes: 30 }),
      dose(20, 40, { id: FIRST }),
      dose(40, 20, { id: SECOND }),
      saw(41, `dose-interval:${SECOND}`, { outcome: 'The pump was late.' }),
    );
    expect(effectOf(answered, moved(5), 42)?.gone.map(({ id }) => id)).toContain(`dose-interval:${SECOND}`);
  });
});
