import { describe, expect, test } from 'vitest';
import type { VitalSigns } from '../entries/vital-signs.ts';
import { given, type Told } from '../session/given.test-support.ts';
import { allYes, answered, asked, calm, give, ready, rules } from './dose-checks.test-support.ts';
import { doseFindings, type HeldBy } from './dose-checks.ts';
import { dose, set, under } from './notices.test-support.ts';

/** What holds a dose that would be given then. */
const heldAt = (minute: number, ...told: Told[]): readonly HeldBy[] =>
  doseFindings(given(...ready(...told)).state, asked(minute, 20)).flatMap((finding) =>
    finding.ruleId === 'dose-hold' ? finding.heldBy : [],
  );
/** Outside by one unit, on the side it lies of the last value inside. */
const beyond = (sign: string, inside: number, outside: number) => ({
  sign,
  value: outside,
  side: outside > inside ? 'high' : 'low',
  limit: inside,
});
/** A low systolic pressure needs a diastolic one below it. */
const signs = (sign: string, value: number): VitalSigns => ({
  ...calm,
  ...(sign === 'systolic' && value < 100 ? { diastolic: 60 } : {}),
  [sign]: value,
});
const noPressure = { sign: 'systolic', value: null, side: null, limit: null };

describe('[DOS-14] the hold column, one unit either side', () => {
  test.each([
    ['systolic', 140, 141],
    ['systolic', 90, 89],
    ['diastolic', 90, 91],
    ['heartRate', 110, 111],
    ['heartRate', 50, 49],
    ['spo2', 94, 93],
    ['respiratoryRate', 24, 25],
    ['respiratoryRate', 10, 9],
    ['moaas', 5, 4],
  ])('%s of %d is inside and %d holds a first dose', (sign, inside, outside) => {
    expect(heldAt(0, set(-4, signs(sign, inside)))).toEqual([]);
    expect(heldAt(0, set(-4, signs(sign, outside)))).toEqual([beyond(sign, inside, outside)]);
  });

  test.each([
    ['systolic', 179, 180],
    ['diastolic', 109, 110],
    ['systolic', 90, 89],
    ['heartRate', 130, 131],
    ['heartRate', 50, 49],
    ['spo2', 90, 89],
    ['moaas', 4, 3],
  ])('%s of %d is inside and %d holds a booster', (sign, inside, outside) => {
    const first = [set(-4, calm), dose(0, 20)];
    expect(heldAt(14, ...first, set(12, signs(sign, inside)))).toEqual([]);
    expect(heldAt(14, ...first, set(12, signs(sign, outside)))).toEqual([beyond(sign, inside, outside)]);
  });

  test('a protocol’s own hold counts instead, with the ends that it has', () => {
    const session = (systolic: number) =>
      given(
        ...under({ hold: { systolic: { high: 130 } } }),
        answered(allYes),
        set(-4, { ...calm, systolic, diastolic: 50 }),
      );
    expect(rules(session(130), 0)).toEqual([]);
    expect(rules(session(131), 0)).toEqual(['dose-hold']);
    expect(rules(session(60), 0)).toEqual([]);
  });

  test('a rescue drug passes no ketamine gate', () => {
    const ondansetron = { drug: 'ondansetron', route: 'po' };
    expect(rules(given(...under({})), 0, 4, ondansetron)).toEqual([]);
    expect(give(given(...under({})), 0, { ...ondansetron, amountMg: 4 })).toBeNull();
  });
});

describe('[DOS-14] which values count', () => {
  test('before a first dose a pressure of 15 minutes counts, one of 16 does not', () => {
    expect(heldAt(0, set(-15, calm))).toEqual([]);
    expect(heldAt(0, set(-16, calm))).toEqual([noPressure]);
    expect(heldAt(0, set(-4, { heartRate: 72, spo2: 98 }))).toEqual([noPressure]);
  });

  test('before a first dose any other sign that is older than that holds nothing', () => {
    const fast = { heartRate: 140 };
    expect(heldAt(0, set(-16, fast), set(-4, { systolic: 124, diastolic: 78 }))).toEqual([]);
    expect(heldAt(0, set(-15, fast), set(-4, { systolic: 124, diastolic: 78 }))).toEqual([
      beyond('heartRate', 110, 140),
    ]);
  });

  test('a booster needs no new pressure, and the last value counts however old it is', () => {
    expect(heldAt(60, dose(0, 20))).toEqual([]);
    expect(heldAt(60, dose(0, 20), set(5, { systolic: 190, diastolic: 100 }))).toEqual([
      beyond('systolic', 179, 190),
    ]);
  });

  test('the last value of each sign counts, whichever set it stands in', () => {
    const low = set(-9, { ...calm, spo2: 92 });
    expect(heldAt(0, low, set(-4, { systolic: 124, diastolic: 78 }))).toEqual([beyond('spo2', 94, 92)]);
    expect(heldAt(0, low, set(-4, calm))).toEqual([]);
  });

  test('a value taken with the dose counts, one taken after it does not', () => {
    const high = { systolic: 150, diastolic: 80 };
    expect(heldAt(0, set(-4, calm), set(0, high))).toEqual([beyond('systolic', 140, 150)]);
    expect(heldAt(0, set(-4, calm), set(1, high))).toEqual([]);
  });

  test('each sign that holds is named', () => {
    expect(heldAt(0, set(-4, { ...calm, systolic: 150, diastolic: 96, spo2: 91 }))).toEqual([
      beyond('systolic', 140, 150),
      beyond('diastolic', 90, 96),
      beyond('spo2', 94, 91),
    ]);
  });
});
