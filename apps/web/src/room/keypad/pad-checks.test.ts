import { describe, expect, it } from 'vitest';
import { minute, set, told } from '../timeline/told.test-support.ts';
import { dueSet, unfinished, wholeValues } from './pad-checks.ts';
import { emptyPad, padOf } from './pad-fields.ts';

const keyed = (field: 'systolic' | 'heartRate' | 'spo2', text: string) => ({
  ...emptyPad,
  values: { ...emptyPad.values, [field]: text },
});

describe('checks of the keypad', () => {
  it('[PAD-6] half a value is not recorded as a whole one', () => {
    expect(unfinished(keyed('heartRate', '8'))).toBe('heartRate');
    expect(unfinished(keyed('heartRate', '11'))).toBe('heartRate');
    expect(unfinished(keyed('spo2', '10'))).toBe('spo2');
    expect(unfinished(keyed('systolic', '14'))).toBe('systolic');
    expect(unfinished(keyed('heartRate', '0'))).toBeNull();
    expect(unfinished(padOf({ systolic: 148, diastolic: 92, heartRate: 88, spo2: 100 }))).toBeNull();
    expect(wholeValues(keyed('heartRate', '8')).values).toEqual(emptyPad.values);
  });

  it('[PAD-7] says which of the five are missing once a set is due, and counts what is keyed', () => {
    // Every 15 minutes, from the set at minute 0: due from minute 12 on.
    const state = told([set(0, 124, 78, { heartRate: 72, spo2: 98 })]);
    expect(dueSet(state, minute(11), emptyPad)).toBeNull();
    const pad = padOf({ systolic: 148, diastolic: 92, moaas: 5 });
    expect(dueSet(state, minute(13), pad)).toEqual({
      atMs: minute(15),
      isLate: false,
      missing: ['heartRate', 'spo2', 'respiratoryRate'],
    });
    const whole = padOf({
      systolic: 148,
      diastolic: 92,
      heartRate: 88,
      spo2: 97,
      respiratoryRate: 14,
      moaas: 5,
    });
    expect(dueSet(state, minute(16), whole)).toEqual({ atMs: minute(15), isLate: true, missing: [] });
  });
});
