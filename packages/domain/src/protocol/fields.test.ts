import { describe, expect, test } from 'vitest';
import { slotStarts } from '../rules/vitals-schedule.ts';
import {
  entry,
  given,
  MINUTE,
  physician,
  planned,
  recorded,
  started,
  T0,
} from '../session/given.test-support.ts';
import { fieldKey, protocolFields, topLabel } from './fields.ts';
import { type ProtocolPlan, protocolPlanSchema } from './plan.ts';
import { shownValue } from './shown-value.ts';

const plain: ProtocolPlan = { drug: 'ketamine', route: 'im' };
const shown = (key: string, plan: ProtocolPlan = plain) => {
  const field = protocolFields.find((one) => fieldKey(one) === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  const { words, isDefault, source } = shownValue(field, plan);
  return { words, isDefault, source };
};

describe('The fields of a protocol', () => {
  test('[PRO-3] are those of its schema, each once and with a name', () => {
    const named = new Set<string>(protocolFields.map(({ path }) => path[0]));
    expect([...named].sort()).toEqual(Object.keys(protocolPlanSchema.shape).sort());
    const keys = protocolFields.map(fieldKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const field of protocolFields) expect(field.label, fieldKey(field)).not.toBe('');
    for (const part of ['limits', 'hold', 'boosterHold', 'checklist'] as const) {
      const within = Object.keys(protocolPlanSchema.shape[part].unwrap().shape).sort();
      const ours = protocolFields.filter(({ path }) => path[0] === part).map(({ path }) => path[1]);
      expect([...new Set(ours)].sort(), part).toEqual(within);
    }
    expect(topLabel('ceilingMg')).toBe('Ceiling');
    expect(topLabel('checklist')).toBe('Checklist');
  });

  test('[PRO-3] show the default with where it comes from, and what the clinic set with its own source', () => {
    expect(shown('observationMinutes')).toEqual({
      words: '120 min',
      isDefault: true,
      source: 'REMS at least 2 h [S4]',
    });
    const plan = { ...plain, observationMinutes: 90, sources: { observationMinutes: 'Dr Okafor' } };
    expect(shown('observationMinutes', plan)).toEqual({
      words: '90 min',
      isDefault: false,
      source: 'Dr Okafor',
    });
    expect(shown('ceilingMg')).toEqual({ words: 'no ceiling', isDefault: false, source: '' });
    expect(shown('limits.systolic.medium.high')).toMatchObject({ words: 'from 160 mmHg', isDefault: true });
    expect(shown('limits.heartRate.medium.high').words).toBe('over 110 /min');
    expect(shown('hold.systolic.low')).toMatchObject({
      words: 'under 90 mmHg',
      source: expect.stringContaining('[S22]'),
    });
    expect(shown('boosterHold.moaas.low').words).toBe('under 4');
    expect(shown('checklist.consent')).toMatchObject({ words: 'holds the first dose', isDefault: true });
    expect(shown('vitalsAtMinutes').words).toBe('5, 15, 30, 45, 60 min');
    expect(shown('rems')).toMatchObject({ words: 'no' });
  });

  test('[PRO-3] an end that the clinic left out of a sign it set is no limit, and no default', () => {
    const plan: ProtocolPlan = { ...plain, limits: { systolic: { medium: { high: 150 }, high: {} } } };
    expect(shown('limits.systolic.medium.high', plan)).toMatchObject({
      words: 'from 150 mmHg',
      isDefault: false,
    });
    expect(shown('limits.systolic.medium.low', plan)).toMatchObject({ words: 'no limit', isDefault: false });
    expect(shown('limits.diastolic.medium.high', plan)).toMatchObject({ isDefault: true });
  });

  test('[PRO-3] lists are told in words', () => {
    const plan: ProtocolPlan = {
      ...plain,
      route: 'iv',
      usualDoses: [{ mgPerKg: 0.5, atMinute: 0, durationMinutes: 40 }],
      arc: [
        { phase: 'settling', fromMinute: -20 },
        { phase: 'peak', fromMinute: 20 },
      ],
    };
    expect(shown('usualDoses', plan).words).toBe('0.5 mg/kg over 40 min at the start');
    expect(shown('arc', plan).words).toBe('Settling from 20 min before the first dose; Peak from minute 20');
  });

  test('[PRO-3] the interval after the table is the one by which slots come', () => {
    const dose = entry('dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 });
    const { state } = given(planned, started, recorded(physician, dose));
    const [before = 0, last = 0] = slotStarts(state, T0 + 300 * MINUTE).slice(-2);
    expect(shown('vitalsEveryMinutes').words).toBe(`${(last - before) / MINUTE} min`);
  });
});
