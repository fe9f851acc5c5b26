import { describe, expect, test } from 'vitest';
import { firstIssue } from '../issues.ts';
import { limitRows } from '../rules/limits.ts';
import { type ProtocolPlan, protocolPlanSchema } from './plan.ts';
import { firstDoseHold, limitUnder, resolveProtocol } from './protocol.ts';

const base = { drug: 'ketamine', route: 'im' } as const;
const refused = (more: Partial<ProtocolPlan>) => {
  const parsed = protocolPlanSchema.safeParse({ ...base, ...more });
  return parsed.success ? null : firstIssue(parsed.error, 'data').field;
};

describe('[PRO-1] what a clinic leaves out stands at its default', () => {
  test('an empty protocol has every value', () => {
    const protocol = resolveProtocol(base);
    expect(protocol.limits).toEqual(limitRows);
    expect(protocol.hold).toEqual(firstDoseHold);
    expect(protocol.boosterHold).toMatchObject({ systolic: { low: 90, high: 179 }, moaas: { low: 4 } });
    expect([
      protocol.observationMinutes,
      protocol.observationAfterLastMinutes,
      protocol.observationAfterBoosterMinutes,
    ]).toEqual([120, 60, 90]);
    expect(resolveProtocol({ ...base, route: 'iv' }).observationAfterBoosterMinutes).toBe(60);
    expect([protocol.aldreteFrom, protocol.padssFrom, protocol.secondPerson]).toEqual([9, 9, 'never']);
  });

  test('what it sets stands instead, sign by sign', () => {
    const protocol = resolveProtocol({
      ...base,
      limits: { systolic: { medium: { high: 150 }, high: { high: 170 } } },
    });
    expect(limitUnder(protocol, 'systolic')).toMatchObject({ medium: { high: 150 }, high: { high: 170 } });
    expect(limitUnder(protocol, 'systolic')?.worsensBy).toBe(10);
    expect(limitUnder(protocol, 'spo2')).toEqual(limitRows.find(({ sign }) => sign === 'spo2'));
    expect(protocol.boosterHold.systolic).toEqual({ high: 169 });
  });

  test('the same plan gives the same object: rules run every second', () => {
    expect(resolveProtocol(base)).toBe(resolveProtocol(base));
  });
});

describe('[PRO-2] a protocol that contradicts itself is refused with the field, one unit either side', () => {
  test.each<[string, Partial<ProtocolPlan>, Partial<ProtocolPlan>, string]>([
    [
      'Medium at its High limit',
      { limits: { systolic: { medium: { high: 179 }, high: { high: 180 } } } },
      { limits: { systolic: { medium: { high: 180 }, high: { high: 180 } } } },
      'data.limits.systolic.medium.high',
    ],
    [
      'Medium under its High limit on the low side',
      { limits: { spo2: { medium: { low: 91 }, high: { low: 90 } } } },
      { limits: { spo2: { medium: { low: 90 }, high: { low: 90 } } } },
      'data.limits.spo2.medium.low',
    ],
    [
      'a lower limit over the upper one',
      { limits: { heartRate: { medium: { low: 99, high: 100 }, high: {} } } },
      { limits: { heartRate: { medium: { low: 100, high: 100 }, high: {} } } },
      'data.limits.heartRate.medium.low',
    ],
    [
      'an interval of 0',
      { minimumIntervalMinutes: 1 },
      { minimumIntervalMinutes: 0 },
      'data.minimumIntervalMinutes',
    ],
    [
      'a ceiling under the first dose',
      { ceilingMg: 40, usualDoses: [{ amountMg: 40, atMinute: 0 }] },
      { ceilingMg: 39.999, usualDoses: [{ amountMg: 40, atMinute: 0 }] },
      'data.ceilingMg',
    ],
    [
      'a ceiling per kg under the first dose',
      { ceilingMgPerKg: 0.5, usualDoses: [{ mgPerKg: 0.5, atMinute: 0 }] },
      { ceilingMgPerKg: 0.49, usualDoses: [{ mgPerKg: 0.5, atMinute: 0 }] },
      'data.ceilingMgPerKg',
    ],
    [
      'usual doses closer than the interval',
      {
        minimumIntervalMinutes: 14,
        usualDoses: [
          { amountMg: 40, atMinute: 0 },
          { amountMg: 20, atMinute: 14 },
        ],
      },
      {
        minimumIntervalMinutes: 15,
        usualDoses: [
          { amountMg: 40, atMinute: 0 },
          { amountMg: 20, atMinute: 14 },
        ],
      },
      'data.minimumIntervalMinutes',
    ],
    [
      'doses out of order',
      {
        usualDoses: [
          { amountMg: 40, atMinute: 0 },
          { amountMg: 20, atMinute: 1 },
        ],
      },
      {
        usualDoses: [
          { amountMg: 40, atMinute: 0 },
          { amountMg: 20, atMinute: 0 },
        ],
      },
      'data.usualDoses[1].atMinute',
    ],
    [
      'a dose of two amounts',
      { usualDoses: [{ amountMg: 40, atMinute: 0 }] },
      { usualDoses: [{ amountMg: 40, mgPerKg: 0.5, atMinute: 0 }] },
      'data.usualDoses[0]',
    ],
    [
      'a duration for what is not given into a vein',
      { usualDoses: [{ amountMg: 40, atMinute: 0 }] },
      { usualDoses: [{ amountMg: 40, atMinute: 0, durationMinutes: 40 }] },
      'data.usualDoses[0].durationMinutes',
    ],
    [
      'sets out of order',
      { vitalsAtMinutes: [5, 6] },
      { vitalsAtMinutes: [5, 5] },
      'data.vitalsAtMinutes[1]',
    ],
    [
      'phases out of order',
      {
        arc: [
          { phase: 'onset', fromMinute: 4 },
          { phase: 'peak', fromMinute: 5 },
        ],
      },
      {
        arc: [
          { phase: 'onset', fromMinute: 4 },
          { phase: 'peak', fromMinute: 4 },
        ],
      },
      'data.arc[1].fromMinute',
    ],
    [
      'a hold past the High limit',
      { hold: { systolic: { high: 180 } } },
      { hold: { systolic: { high: 181 } } },
      'data.hold.systolic.high',
    ],
    [
      'a booster hold past the High limit on the low side',
      { boosterHold: { spo2: { low: 90 } } },
      { boosterHold: { spo2: { low: 89 } } },
      'data.boosterHold.spo2.low',
    ],
    [
      'a hold upside down',
      { hold: { heartRate: { low: 50, high: 51 } } },
      { hold: { heartRate: { low: 51, high: 51 } } },
      'data.hold.heartRate.low',
    ],
    [
      'esketamine elsewhere than into the nose',
      { drug: 'esketamine', route: 'in' },
      { drug: 'esketamine', route: 'im' },
      'data.route',
    ],
  ])('%s', (_what, fits, contradicts, field) => {
    expect(refused(fits)).toBeNull();
    expect(refused(contradicts)).toBe(field);
  });
});
