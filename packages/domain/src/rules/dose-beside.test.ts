import { describe, expect, test } from 'vitest';
import { given, type Told } from '../session/given.test-support.ts';
import { asked, calm, ready, rules } from './dose-checks.test-support.ts';
import { doseFindings } from './dose-checks.ts';
import { dose, infusion, rateOf, set, stopOf, under } from './notices.test-support.ts';

/** The total that a dose then would make, or null while it is within the ceiling of 80 mg. */
const overCeiling = (minute: number, amountMg: number, ...told: Told[]) =>
  doseFindings(given(...ready(set(-4, calm), ...told)).state, asked(minute, amountMg)).flatMap((finding) =>
    finding.ruleId === 'dose-ceiling' ? [finding] : [],
  )[0] ?? null;
const makes = (totalMicrograms: number) => ({
  ruleId: 'dose-ceiling',
  totalMicrograms,
  limitMicrograms: 80_000,
});

describe('[DOS-9] what a dose comes on top of', () => {
  test('every dose that is recorded, also one that was given later', () => {
    expect(overCeiling(20, 40, dose(0, 20), dose(40, 20))).toBeNull();
    expect(overCeiling(20, 40.001, dose(0, 20), dose(40, 20))).toEqual(makes(80_001));
  });

  test('a drug that counts towards no total makes none, and adds nothing', () => {
    const ondansetron = dose(1, 4, { data: { drug: 'ondansetron', route: 'iv' } });
    expect(overCeiling(20, 60, dose(0, 20), ondansetron)).toBeNull();
    expect(rules(given(...ready(dose(0, 100))), 20, 8, { drug: 'ondansetron' })).toEqual([]);
  });

  test('an infusion that runs counts up to the dose, at 1 mg/min', () => {
    expect(overCeiling(30, 50, infusion(0, 60))).toBeNull();
    expect(overCeiling(30, 50.001, infusion(0, 60))).toEqual(makes(80_001));
  });

  test('an infusion counts all that is recorded of it, where that is more', () => {
    // 40 mg until its rate was changed, although the dose is typed for minute 30.
    expect(overCeiling(30, 40.001, infusion(0, 60), rateOf(40, 30))).toEqual(makes(80_001));
    expect(overCeiling(30, 40.001, infusion(0, 60), stopOf(40))).toEqual(makes(80_001));
    expect(overCeiling(60, 40, infusion(0, 60), stopOf(40))).toBeNull();
  });

  test('an infusion that starts after it counts as far as it is recorded', () => {
    expect(overCeiling(0, 70.001, infusion(20, 60), stopOf(30))).toEqual(makes(80_001));
  });
});

describe('[DOS-11] the minimum interval, on either side of a dose', () => {
  const near = (minute: number, ...told: Told[]) =>
    doseFindings(given(...ready(set(-4, calm), ...told)).state, asked(minute, 1)).filter(
      ({ ruleId }) => ruleId === 'dose-interval',
    );
  const from = (minutes: number) => [{ ruleId: 'dose-interval', minutes, limitMinutes: 10 }];

  test.each([
    [10, []],
    [9, from(9)],
    [0, from(0)],
    [-9, from(9)],
    [-10, []],
  ])('%d minutes after it', (minutes, found) => {
    expect(near(20 + minutes, dose(20, 20))).toEqual(found);
  });

  test('the nearest of several counts', () => {
    expect(near(20, dose(0, 20), dose(13, 20), dose(24, 20))).toEqual(from(4));
  });

  test('a protocol without one asks for none', () => {
    expect(rules(given(...under({}), dose(0, 20)), 0, 20)).toEqual([]);
  });
});

describe('[GAT-1] [DOS-14] the first dose is the one with none before it', () => {
  const ungated = (...told: Told[]) => given(...under({}), set(-4, calm), ...told);

  test('a later one that is recorded already does not make it a booster; one of the same minute does', () => {
    expect(rules(ungated(dose(20, 20)), 0, 20)).toEqual(['dose-gate']);
    expect(rules(ungated(dose(20, 20)), 19, 20)).toEqual(['dose-gate', 'dose-hold']);
    expect(rules(ungated(dose(20, 20)), 20, 20)).toEqual([]);
    expect(rules(ungated(infusion(0, 30)), 5, 20)).toEqual([]);
  });

  test('a drug that counts towards no total does not come before it', () => {
    const ondansetron = dose(-2, 4, { data: { drug: 'ondansetron', route: 'iv' } });
    expect(rules(ungated(ondansetron), 0, 20)).toEqual(['dose-gate']);
  });
});

test('[DOS-12] a route without an anaesthetic range, and esketamine, pass none', () => {
  const session = given(...under({}), set(-4, calm), dose(0, 1));
  expect(rules(session, 5, 444.6)).toEqual(['dose-range']);
  expect(rules(session, 5, 444.6, { route: 'sl' })).toEqual([]);
  expect(rules(session, 5, 444.6, { drug: 'esketamine' })).toEqual([]);
});
