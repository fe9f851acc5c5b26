import { parseEntryLine, type VitalSigns } from '@tandem/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPad, type Pad, padOf } from './pad-fields.ts';
import { lineOfPad, missingHalf } from './pad-line.ts';

const nowMs = Date.UTC(2026, 10, 24, 15, 0);
const read = (pad: Pad, at: string | null = null) =>
  parseEntryLine(lineOfPad(pad, at), {
    nowMs,
    atClock: (hours, minutes) => Date.UTC(2026, 10, 24, hours, minutes),
    forced: 'vital-signs',
  });

const anySet: fc.Arbitrary<VitalSigns> = fc
  .record(
    {
      pressure: fc
        .tuple(fc.integer({ min: 10, max: 199 }), fc.integer({ min: 1, max: 90 }))
        .map(([diastolic, more]) => ({ diastolic, systolic: Math.max(30, diastolic + more) })),
      heartRate: fc.integer({ min: 0, max: 300 }),
      spo2: fc.integer({ min: 1, max: 100 }),
      respiratoryRate: fc.integer({ min: 0, max: 80 }),
      moaas: fc.integer({ min: 0, max: 5 }),
      oxygenLitresPerMin: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
    },
    { requiredKeys: [] },
  )
  .map(({ pressure, ...more }) => ({ ...pressure, ...more }))
  .filter((data) => Object.keys(data).length > 0) as fc.Arbitrary<VitalSigns>;

describe('line of the keypad', () => {
  it('[PAD-4] is what somebody would type, and reads as exactly what was keyed', () => {
    const set = padOf({
      systolic: 148,
      diastolic: 92,
      heartRate: 88,
      spo2: 97,
      respiratoryRate: 14,
      moaas: 5,
    });
    expect(lineOfPad(set, null)).toBe('148/92 88 97 rr14 s5');
    expect(lineOfPad(padOf({ spo2: 97, oxygenLitresPerMin: 0 }), '10:40')).toBe('97% ra @10:40');
    expect(lineOfPad(emptyPad, '10:40')).toBe('');
    fc.assert(
      fc.property(anySet, (data) => {
        const reading = read({ ...padOf(data), asMeant: true });
        expect(reading).toMatchObject({ type: 'entry', entry: { kind: 'vital-signs', data } });
      }),
    );
  });

  it('[PAD-4] an earlier time is the one that was chosen', () => {
    expect(read(padOf({ heartRate: 70 }), '14:40')).toMatchObject({
      happenedAtMs: Date.UTC(2026, 10, 24, 14, 40),
    });
  });

  it('[PAD-5] asks about 92/148 and changes nothing by itself', () => {
    const pad = padOf({ systolic: 92, diastolic: 148, heartRate: 88, spo2: 97 });
    expect(read(pad)).toEqual({
      type: 'problem',
      sentence: 'Systolic is below diastolic. 148/92?',
      suggestion: '148/92 88 97',
    });
  });

  it('[PAD-5] asks about a rate and a saturation that changed places, until somebody says that it is so', () => {
    const pad = padOf({ systolic: 148, diastolic: 92, heartRate: 97, spo2: 72 });
    expect(read(pad)).toMatchObject({ type: 'problem', suggestion: '148/92 72 97' });
    expect(read({ ...pad, asMeant: true })).toMatchObject({
      type: 'entry',
      entry: { data: { heartRate: 97, spo2: 72 } },
    });
  });

  it('[PAD-5] half a pressure is never recorded, and never read with the value after it', () => {
    const upper: Pad = {
      ...padOf({ heartRate: 88, spo2: 97 }),
      values: { ...padOf({ heartRate: 88 }).values, systolic: '148' },
    };
    expect(missingHalf(upper)).toBe('diastolic');
    expect(read(upper).type).toBe('problem');
    const lower: Pad = { ...upper, values: { ...upper.values, systolic: '', diastolic: '92' } };
    expect(missingHalf(lower)).toBe('systolic');
    expect(read(lower).type).toBe('problem');
    expect(missingHalf(padOf({ systolic: 148, diastolic: 92 }))).toBeNull();
  });
});
