import { expect, test } from 'vitest';
import { dose, saw, set, under } from '../rules/notices.test-support.ts';
import { at, ended, given, inSession, MINUTE, T0, type Told, uuid } from '../session/given.test-support.ts';
import { reportFacts } from './report-facts.ts';

const NOW = T0 + 200 * MINUTE;
const facts = (...told: Told[]) => reportFacts(given(...told).state, NOW);

test('[RPT-1] pressure before the medicine, the highest after it, and the last', () => {
  const { pressure } = facts(
    ...under({}),
    set(-10, { systolic: 170, diastolic: 70 }, { enteredAt: 0 }),
    set(-5, { systolic: 130, diastolic: 80 }, { enteredAt: 0 }),
    dose(0, 40),
    set(10, { systolic: 164, diastolic: 90 }),
    set(15, { systolic: 164, diastolic: 98 }),
    set(20, { heartRate: 80 }),
    set(60, { systolic: 126, diastolic: 80 }),
    set(70, { spo2: 97 }),
  );
  expect(pressure).toEqual({
    baseline: { systolic: 150, diastolic: 75, at: null },
    highest: { systolic: 164, diastolic: 98, at: at(15) },
    last: { systolic: 126, diastolic: 80, at: at(60) },
  });
});

test('[RPT-1] without a dose there is no baseline, and without a reading nothing is made up', () => {
  expect(facts(...under({}), set(5, { systolic: 140, diastolic: 80 })).pressure).toEqual({
    baseline: null,
    highest: { systolic: 140, diastolic: 80, at: at(5) },
    last: { systolic: 140, diastolic: 80, at: at(5) },
  });
  const none = reportFacts(inSession().state, NOW);
  expect(none).toMatchObject({
    ketamine: { totalMicrograms: 0, doses: 0 },
    pressure: { baseline: null, highest: null, last: null },
    lowestSaturation: null,
    vitals: { due: 0, onTime: 0 },
    notices: { high: 0, medium: 0, open: 0, longestUnseenMs: null },
  });
});

test('[RPT-1] the lowest saturation comes with the oxygen it was measured under', () => {
  const { lowestSaturation } = facts(
    ...under({}),
    set(5, { spo2: 96, oxygenLitresPerMin: 0 }),
    set(10, { spo2: 93 }),
    set(15, { oxygenLitresPerMin: 2 }),
    set(20, { spo2: 93 }),
    set(25, { spo2: 92 }),
  );
  expect(lowestSaturation).toEqual({ percent: 92, at: at(25), oxygenLitresPerMin: 2 });
  expect(facts(...under({}), set(5, { spo2: 96 })).lowestSaturation?.oxygenLitresPerMin).toBeNull();
});

test('[RPT-1] a set counts as on time up to 5 minutes after it was due; one due at the very end is no omission', () => {
  const vitalsOf = (endMinute: number, ...sets: number[]) =>
    facts(
      ...under({ vitalsAtMinutes: [10, 20, 30] }),
      dose(0, 40),
      ...sets.map((minute) => set(minute, { heartRate: 80 })),
      { ...ended, nowMs: T0 + endMinute * MINUTE },
    ).vitals;
  // 28 answers the slot of 30, so that of 20 was missed.
  expect(vitalsOf(33, 14, 28)).toEqual({ due: 3, onTime: 2 });
  expect(vitalsOf(33, 15, 25)).toEqual({ due: 2, onTime: 2 });
  expect(vitalsOf(34, 16, 25)).toEqual({ due: 2, onTime: 1 });
  expect(vitalsOf(36, 15, 25)).toEqual({ due: 3, onTime: 2 });
});

test('[RPT-1] notices are counted by their worst, with the longest time to a Seen of a physician or nurse', () => {
  const high = uuid(21);
  const { notices } = facts(
    ...under({ limits: undefined }),
    set(5, { systolic: 190, diastolic: 100 }, { id: high }),
    saw(7, `bp-high:${high}`),
    set(9, { systolic: 124, diastolic: 80 }),
  );
  expect(notices).toEqual({ high: 1, medium: 0, open: 0, longestUnseenMs: 2 * MINUTE });
});
