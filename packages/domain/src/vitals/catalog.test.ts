import { describe, expect, test } from 'vitest';
import {
  notMeasuredWords,
  summarizeVitalSigns,
  type VitalSigns,
  vitalSignsSchema,
} from '../entries/vital-signs.ts';
import { limitRow } from '../rules/limits.ts';
import { formatVitalSign, meanArterialPressure, vitalSignRows } from './catalog.ts';

/** A set with this value; a pressure gets a partner that goes with it where there is one. */
function setWith(key: string, value: number): Record<string, number> {
  if (key === 'systolic') return { systolic: value, diastolic: Math.min(80, value - 1) };
  if (key === 'diastolic') return { systolic: Math.max(120, Math.min(300, value + 1)), diastolic: value };
  return { [key]: value };
}
const accepts = (data: unknown) => vitalSignsSchema.safeParse(data).success;
const issueOf = (data: unknown) => vitalSignsSchema.safeParse(data).error?.issues[0]?.path.join('.');

describe('impossible values', () => {
  for (const { key, impossible, decimals } of vitalSignRows) {
    const unit = 10 ** -decimals;
    const { min, max } = impossible;
    test(`[VIT-2] ${key}: ${min} and ${max} are taken, one unit beyond either is refused and named`, () => {
      expect(accepts(setWith(key, min))).toBe(true);
      expect(accepts(setWith(key, max))).toBe(true);
      for (const beyond of [min - unit, max + unit]) {
        const value = Number(beyond.toFixed(decimals));
        expect(accepts(setWith(key, value))).toBe(false);
        expect(issueOf(setWith(key, value))).toBe(key);
      }
    });

    test(`[VIT-2] ${key}: finer than ${decimals} decimals, text, null and no number are refused, never rounded or read`, () => {
      const inside = Math.round((min + max) / 2);
      expect(accepts(setWith(key, inside + unit / 2))).toBe(false);
      for (const value of [String(inside), null, Number.NaN, true, [inside]]) {
        expect(accepts({ ...setWith(key, inside), [key]: value })).toBe(false);
      }
    });

    test(`[VIT-4] ${key}: outside its limits is still recorded, since rules describe and people decide`, () => {
      const { low, high } = limitRow(key)?.medium ?? {};
      if (low !== undefined) expect(accepts(setWith(key, low - 1))).toBe(true);
      if (high !== undefined) expect(accepts(setWith(key, high + 1))).toBe(true);
      expect((low ?? min) >= min && (high ?? max) <= max).toBe(true);
    });
  }

  test('[VIT-2] the bands are those of clinical.md 1.4', () => {
    const bands = Object.fromEntries(
      vitalSignRows.map(({ key, impossible }) => [key, [impossible.min, impossible.max]]),
    );
    expect(bands).toMatchObject({
      systolic: [30, 300],
      diastolic: [10, 200],
      heartRate: [0, 300],
      spo2: [1, 100],
      respiratoryRate: [0, 80],
      temperatureC: [25, 45],
      moaas: [0, 5],
      oxygenLitresPerMin: [0, 60],
    });
  });
});

describe('one set', () => {
  test('[VIT-1] given half a pressure, when recorded, then refused with the missing half named', () => {
    expect(issueOf({ systolic: 148 })).toBe('diastolic');
    expect(issueOf({ diastolic: 92 })).toBe('systolic');
  });

  test('[VIT-1] given a diastolic at or over the systolic, when recorded, then refused; one below, taken', () => {
    expect(accepts({ systolic: 120, diastolic: 120 })).toBe(false);
    expect(accepts({ systolic: 92, diastolic: 148 })).toBe(false);
    expect(accepts({ systolic: 120, diastolic: 119 })).toBe(true);
  });

  test('[VIT-7] given nothing measured, when recorded, then refused, unless it says what was not and why', () => {
    expect(accepts({})).toBe(false);
    expect(accepts({ takenById: '00000000-0000-4000-8000-000000000001' })).toBe(false);
    expect(accepts({ notMeasured: [] })).toBe(false);
    expect(
      accepts({ notMeasured: [{ sign: 'bloodPressure', reason: 'Client refused', outcome: 'refused' }] }),
    ).toBe(true);
    expect(accepts({ notMeasured: [{ sign: 'bloodPressure', reason: ' ' }] })).toBe(false);
    expect(accepts({ notMeasured: [{ sign: 'mood', reason: 'x' }] })).toBe(false);
  });

  test('[VIT-4] given no pulse, no breath and no response, when recorded, then taken: the worst must be writable', () => {
    expect(accepts({ heartRate: 0, respiratoryRate: 0, moaas: 0, spo2: 1 })).toBe(true);
  });

  test('[VIT-8] given a set, when printed, then each value has its unit, room air its words, and what is missing its reason', () => {
    const data: VitalSigns = {
      systolic: 148,
      diastolic: 92,
      heartRate: 88,
      spo2: 97,
      temperatureC: 36.6,
      oxygenLitresPerMin: 0,
      notMeasured: [{ sign: 'moaas', reason: 'asleep' }],
    };
    expect(summarizeVitalSigns(data)).toBe(
      '148/92 mmHg · HR 88 /min · SpO₂ 97 % · Temp 36.6 °C · room air · MOAA/S not measured: asleep',
    );
    expect(formatVitalSign('moaas', 4)).toBe('4');
    expect(formatVitalSign('oxygenLitresPerMin', 2)).toBe('2 L/min');
  });

  test('[VIT-8] signs without a reading stand together under what became of them', () => {
    const later = { reason: 'Asleep.', outcome: 'deferred', deferredMinutes: 10 } as const;
    expect(
      notMeasuredWords([
        { sign: 'bloodPressure', ...later },
        { sign: 'spo2', reason: 'Cold hands.', outcome: 'unable' },
        { sign: 'heartRate', ...later },
      ]),
    ).toEqual(['BP, HR deferred 10 min: Asleep.', 'SpO₂ unable: Cold hands.']);
    expect(notMeasuredWords(undefined)).toEqual([]);
  });

  test('[VIT-8] mean arterial pressure is (systolic + 2 x diastolic) / 3', () => {
    expect(meanArterialPressure(120, 80)).toBe(93);
    expect(meanArterialPressure(180, 110)).toBe(133);
  });
});

describe('the catalogue', () => {
  test('[VIT-9] every key and every letter of the entry line is there once; codes are LOINC numbers with a unit', () => {
    const keys = vitalSignRows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const letters = vitalSignRows.flatMap(({ line }) => [...line.before]);
    expect(new Set(letters).size).toBe(letters.length);
    for (const { codes } of vitalSignRows) {
      if (codes === null) continue;
      for (const loinc of codes.loinc) expect(loinc).toMatch(/^\d{3,5}-\d$/);
      expect(codes.ucum).not.toBe('');
    }
  });
});
