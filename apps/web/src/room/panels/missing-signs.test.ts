import { describe, expect, it } from 'vitest';
import { minute, set, told } from '../timeline/told.test-support.ts';
import { missingSigns, setSigns } from './missing-signs.ts';

describe('signs offered as not taken', () => {
  it('[PNL-1] are those of a set that the last 5 minutes say nothing of', () => {
    const state = told([set(3, 124, 78, { heartRate: 72 })]);
    expect(missingSigns(state, minute(8))).toEqual(['spo2', 'respiratoryRate', 'moaas']);
    expect(missingSigns(state, minute(8) + 1)).toEqual(setSigns);
  });

  it('[PNL-1] are fewer by what already has a reason, and by what came in parts', () => {
    const state = told([
      ['vital-signs', 1, { spo2: 97, notMeasured: [{ sign: 'bloodPressure', reason: 'Asleep.' }] }],
      ['vital-signs', 2, { moaas: 5 }],
    ]);
    expect(missingSigns(state, minute(3))).toEqual(['heartRate', 'respiratoryRate']);
  });

  it('[PNL-1] are all of them when nothing is missing, or nothing was taken', () => {
    const whole = { heartRate: 72, spo2: 97, respiratoryRate: 14, moaas: 5 };
    expect(missingSigns(told([set(3, 124, 78, whole)]), minute(4))).toEqual(setSigns);
    expect(missingSigns(told([]), minute(4))).toEqual(setSigns);
  });
});
