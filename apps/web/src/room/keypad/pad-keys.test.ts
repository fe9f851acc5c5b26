import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPad, type Pad, type PadPlace, padFields, padPlaces } from './pad-fields.ts';
import { type PadKey, press } from './pad-keys.ts';

const digits = (keys: string): PadKey[] => [...keys].map((digit) => ({ type: 'digit', digit }));
const keyed = (keys: readonly PadKey[], from: Pad = emptyPad) => keys.reduce(press, from);
const at = (place: PadPlace): PadKey => ({ type: 'place', place });
const back: PadKey = { type: 'back' };

describe('keypad', () => {
  it('[PAD-1] goes on by the first digit: 1 and 2 take three digits, 3 to 9 two', () => {
    expect(keyed(digits('148928897'))).toMatchObject({
      values: { systolic: '148', diastolic: '92', heartRate: '88', spo2: '97' },
      at: 'spo2',
      refused: null,
    });
    expect(keyed(digits('20410511898')).values).toMatchObject({
      systolic: '204',
      diastolic: '105',
      heartRate: '118',
      spo2: '98',
    });
    expect(keyed(digits('9260')).values).toMatchObject({ systolic: '92', diastolic: '60' });
  });

  it('[PAD-1] a saturation of 1 waits for 100, and says so to any other digit', () => {
    const waiting = keyed([at('spo2'), ...digits('1')]);
    expect(waiting).toMatchObject({ at: 'spo2', values: { spo2: '1' } });
    expect(keyed(digits('00'), waiting).values.spo2).toBe('100');
    expect(keyed(digits('2'), waiting)).toMatchObject({
      values: { spo2: '1' },
      refused: { key: '2', why: 'hundred' },
    });
  });

  it('[PAD-1] respiratory rate and oxygen never go on by themselves', () => {
    expect(keyed([at('respiratoryRate'), ...digits('14')])).toMatchObject({
      at: 'respiratoryRate',
      values: { respiratoryRate: '14' },
    });
    expect(
      keyed([at('oxygenLitresPerMin'), ...digits('2'), { type: 'point' }, ...digits('5')]),
    ).toMatchObject({
      at: 'oxygenLitresPerMin',
      values: { oxygenLitresPerMin: '2.5' },
    });
  });

  it('[PAD-2] refuses in words what does not fit, and changes no value for it', () => {
    const full = keyed(digits('148928897'));
    expect(keyed(digits('5'), full)).toEqual({ ...full, refused: { key: '5', place: 'spo2', why: 'full' } });
    expect(keyed(digits('0')).refused).toMatchObject({ key: '0', why: 'zero' });
    expect(keyed([at('moaas'), ...digits('7')]).refused).toMatchObject({ key: '7', why: 'level' });
    expect(keyed([{ type: 'point' }]).refused).toMatchObject({ why: 'point' });
    expect(keyed([at('respiratoryRate'), ...digits('05')])).toMatchObject({
      values: { respiratoryRate: '0' },
      refused: { key: '5', why: 'zero' },
    });
  });

  it('[PAD-2] every digit stands in a value or is refused, whatever was keyed before', () => {
    const key: fc.Arbitrary<PadKey> = fc.oneof(
      fc.integer({ min: 0, max: 9 }).map((digit): PadKey => ({ type: 'digit', digit: String(digit) })),
      fc.constantFrom<PadKey>(back, { type: 'next' }, { type: 'point' }, { type: 'separator' }),
      fc.constantFrom(...padPlaces).map(at),
    );
    const lengthOf = ({ values }: Pad) => padFields.reduce((sum, field) => sum + values[field].length, 0);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), fc.integer({ min: 0, max: 9 }), (before, last) => {
        const pad = keyed(before);
        const after = press(pad, { type: 'digit', digit: String(last) });
        const stands =
          pad.at === 'moaas' ? after.moaas === last : after.values[pad.at].endsWith(String(last));
        const isRefused = after.refused?.key === String(last);
        expect(stands || isRefused).toBe(true);
        if (isRefused) expect(after.values).toEqual(pad.values);
        else if (!pad.marked && pad.at !== 'moaas') expect(lengthOf(after)).toBe(lengthOf(pad) + 1);
      }),
    );
  });

  it('[PAD-3] going on never enters a value that stands', () => {
    const corrected = keyed([...digits('148928897'), at('systolic'), ...digits('138')]);
    expect(corrected.values).toMatchObject({ systolic: '138', diastolic: '92', heartRate: '88', spo2: '97' });
    expect(corrected.at).toBe('systolic');
    expect(keyed(digits('1'), corrected)).toMatchObject({
      values: corrected.values,
      refused: { key: '1', why: 'full' },
    });
  });

  it('[PAD-3] Backspace takes the last digit, over the edge of a value too, and all of a marked one', () => {
    expect(keyed([...digits('148'), back])).toMatchObject({ at: 'systolic', values: { systolic: '14' } });
    expect(keyed([...digits('14892'), at('systolic'), back]).values).toMatchObject({
      systolic: '',
      diastolic: '92',
    });
    expect(keyed([back])).toMatchObject({ at: 'systolic', values: emptyPad.values });
    expect(keyed([{ type: 'level', level: 4 }, back]).moaas).toBeNull();
  });

  it('[PAD-3] Next goes round all places; a slash after a value that went on by itself goes no further', () => {
    const round = padPlaces.map(
      (_, count) => keyed(Array.from({ length: count }, () => ({ type: 'next' }))).at,
    );
    expect(round).toEqual(padPlaces);
    const typed = '148/92 88 97';
    const keys = [...typed].map((sign): PadKey => {
      return /\d/.test(sign) ? { type: 'digit', digit: sign } : { type: 'separator' };
    });
    expect(keyed(keys).values).toEqual(keyed(digits('148928897')).values);
  });

  it('[PAD-3] a level and room air are one key, and the same key takes them back', () => {
    const level: PadKey = { type: 'level', level: 5 };
    expect(keyed([level]).moaas).toBe(5);
    expect(keyed([level, level]).moaas).toBeNull();
    expect(keyed([{ type: 'room-air' }]).values.oxygenLitresPerMin).toBe('0');
    expect(keyed([{ type: 'room-air' }, { type: 'room-air' }]).values.oxygenLitresPerMin).toBe('');
  });
});
