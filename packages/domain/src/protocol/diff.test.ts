import { describe, expect, test } from 'vitest';
import { protocolDiff } from './diff.ts';
import { fieldKey } from './fields.ts';
import type { ProtocolPlan } from './plan.ts';

const base: ProtocolPlan = {
  drug: 'ketamine',
  route: 'im',
  usualDoses: [
    { mgPerKg: 0.6, atMinute: 0 },
    { mgPerKg: 0.3, atMinute: 14 },
  ],
  ceilingMgPerKg: 1.5,
  vitalsAtMinutes: [5, 15, 30, 45, 60],
  sources: { ceilingMgPerKg: 'clinic policy' },
};

/** "ceilingMgPerKg: 1.5 > 1.2 mg/kg", one per line. */
const told = (before: ProtocolPlan, after: ProtocolPlan) =>
  protocolDiff(before, after).flatMap(({ field, lines }) =>
    lines.map(({ before: was, after: is }) => `${fieldKey(field)}: ${was ?? '-'} > ${is ?? '-'}`),
  );

describe('The difference between two versions of a protocol', () => {
  test('[PRO-4] is empty for the same values, and for a default that is stated', () => {
    expect(told(base, structuredClone(base))).toEqual([]);
    expect(told(base, { ...base, observationMinutes: 120, secondPerson: 'never', rems: false })).toEqual([]);
  });

  test('[PRO-4] names a number with its unit once, and a value that came or went in words', () => {
    expect(told(base, { ...base, ceilingMgPerKg: 1.2 })).toEqual(['ceilingMgPerKg: 1.5 > 1.2 mg/kg']);
    expect(told(base, { ...base, ceilingMg: 100 })).toEqual(['ceilingMg: no ceiling > 100 mg']);
    const { ceilingMgPerKg, ...without } = base;
    expect(told(base, without)).toEqual(['ceilingMgPerKg: 1.5 mg/kg > no ceiling']);
    expect(told(base, { ...base, observationMinutes: 90 })).toEqual(['observationMinutes: 120 > 90 min']);
    expect(told(base, { ...base, secondPerson: 'every-dose' })).toEqual([
      'secondPerson: Never > For every dose',
    ]);
    expect(told(base, { ...base, rems: true })).toEqual(['rems: no > yes']);
  });

  test('[PRO-4] tells rows of a list that were added, removed and changed', () => {
    const usualDoses = [
      { mgPerKg: 0.6, atMinute: 0 },
      { amountMg: 20, atMinute: 14 },
      { amountMg: 10, atMinute: 30 },
    ];
    expect(told(base, { ...base, usualDoses })).toEqual([
      'usualDoses: 0.3 mg/kg at minute 14 > 20 mg at minute 14',
      'usualDoses: - > 10 mg at minute 30',
    ]);
    expect(told(base, { ...base, usualDoses: base.usualDoses?.slice(0, 1) })).toEqual([
      'usualDoses: 0.3 mg/kg at minute 14 > -',
    ]);
    expect(told(base, { ...base, vitalsAtMinutes: [5, 10, 30, 45, 60] })).toEqual([
      'vitalsAtMinutes: minute 15 > -',
      'vitalsAtMinutes: - > minute 10',
    ]);
    const before = { ...base, arc: [{ phase: 'settling' as const, fromMinute: -20 }] };
    const after = { ...base, arc: [{ phase: 'settling' as const, fromMinute: -10 }] };
    expect(told(before, after)).toEqual([
      'arc: Settling from 20 min before the first dose > Settling from 10 min before the first dose',
    ]);
  });

  test('[PRO-4] sees a limit against its default, and the booster hold that follows the High limit', () => {
    const systolic = { medium: { low: 100, high: 150 }, high: { low: 90, high: 170 } };
    expect(told(base, { ...base, limits: { systolic } })).toEqual([
      'limits.systolic.medium.high: from 160 mmHg > from 150 mmHg',
      'limits.systolic.high.high: from 180 mmHg > from 170 mmHg',
      'boosterHold.systolic.high: over 179 mmHg > over 169 mmHg',
    ]);
    // Who sets a sign sets all its ends: one that is left out is no limit any more.
    expect(told(base, { ...base, hold: { systolic: { high: 140 } } })).toEqual([
      'hold.systolic.low: under 90 mmHg > no limit',
    ]);
  });

  test('[PRO-4] follows the route where a default does, and shows sources, of unknown values too', () => {
    expect(told({ drug: 'ketamine', route: 'im' }, { drug: 'ketamine', route: 'iv' })).toContain(
      'observationAfterBoosterMinutes: 90 > 60 min',
    );
    const sources = { ceilingMgPerKg: 'Dr Okafor, June', somethingLater: 'label' };
    expect(told(base, { ...base, sources })).toEqual([
      'sources.ceilingMgPerKg: clinic policy > Dr Okafor, June',
      'sources.somethingLater: not set > label',
    ]);
  });
});
