import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type VitalSigns, vitalSignsSchema } from '../entries/vital-signs.ts';
import { vitalSignRows } from '../vitals/catalog.ts';
import { lineOf, read, understood } from './line.test-support.ts';

/** Any set the schema takes. */
const anySet: fc.Arbitrary<VitalSigns> = fc
  .record(
    Object.fromEntries(
      vitalSignRows.map(({ key, impossible: { min, max }, decimals }) => {
        const scale = 10 ** decimals;
        return [
          key,
          fc.option(
            fc.integer({ min: min * scale, max: max * scale }).map((value) => value / scale),
            { nil: undefined },
          ),
        ];
      }),
    ),
  )
  .map((values) => {
    const data = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    ) as VitalSigns;
    const { systolic, diastolic, ...rest } = data;
    return systolic !== undefined && diastolic !== undefined && diastolic < systolic ? data : rest;
  })
  .filter((data) => vitalSignsSchema.safeParse(data).success);

describe('vital signs on the line', () => {
  const full = { systolic: 148, diastolic: 92, heartRate: 88, spo2: 97 };
  const rows: [string, object][] = [
    ['148/92 88 97', full],
    ['148 92 88 97', full],
    ['148/92', { systolic: 148, diastolic: 92 }],
    ['148 / 92', { systolic: 148, diastolic: 92 }],
    ['hr88', { heartRate: 88 }],
    ['HR 88', { heartRate: 88 }],
    ['97%', { spo2: 97 }],
    ['97 %', { spo2: 97 }],
    ['rr14', { respiratoryRate: 14 }],
    ['s5', { moaas: 5 }],
    ['moaas 5', { moaas: 5 }],
    ['o2 2', { oxygenLitresPerMin: 2 }],
    ['o2l', { oxygenLitresPerMin: 2 }],
    ['ra', { oxygenLitresPerMin: 0 }],
    [
      '148/92 88 97 r14 t36.6 o2l',
      { ...full, respiratoryRate: 14, temperatureC: 36.6, oxygenLitresPerMin: 2 },
    ],
    ['148/92 88 97 rr14 s4 ra', { ...full, respiratoryRate: 14, moaas: 4, oxygenLitresPerMin: 0 }],
    ['148/92 97% hr88', full],
    ['o2 1.5', { oxygenLitresPerMin: 1.5 }],
    ['hr0 rr0', { heartRate: 0, respiratoryRate: 0 }],
  ];
  for (const [line, data] of rows) {
    test(`[LIN-1] ${line}`, () => {
      expect(understood(line)).toEqual({ 'vital-signs': data });
    });
  }

  test('[LIN-2] given any set, when printed as a line, then it reads back as the same data', () => {
    fc.assert(
      fc.property(anySet, (data) => {
        expect(understood(lineOf(data))).toEqual({ 'vital-signs': data });
      }),
      { numRuns: 1000 },
    );
  });

  test('[LIN-3] given any set and a word left over, wherever it stands, then the whole line is a note and says so', () => {
    const word = fc.constantFrom('calm', 'and', 'asleep', 'x', 'β', 'hr', '97a', '!', 'ok.');
    fc.assert(
      fc.property(anySet, word, fc.nat(), (data, extra, where) => {
        const parts = lineOf(data).split(' ');
        parts.splice(where % (parts.length + 1), 0, extra);
        const reading = read(parts.join(' '));
        if (reading.type !== 'entry') throw new Error(`${parts.join(' ')}: ${JSON.stringify(reading)}`);
        expect(reading.entry).toEqual({ kind: 'note', data: { text: parts.join(' '), category: 'noticed' } });
        // Only where a word comes first and no pressure follows, it reads like a sentence.
        if (parts[0] !== extra || data.systolic !== undefined) expect(reading.fellBackToNote).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('[LIN-4] one bare number after a pressure is never guessed', () => {
    expect(understood('148/92 88')).toBe('Is 88 the heart rate or SpO₂? Write hr88 or 88%.');
    expect(understood('148/92 88 97 14')).toBe('Is 14 the heart rate or SpO₂? Write hr14 or 14%.');
  });

  test('[LIN-4] a systolic below the diastolic asks, and swaps nothing by itself', () => {
    expect(read('92/148')).toEqual({
      type: 'problem',
      sentence: 'Systolic is below diastolic. 148/92?',
      suggestion: '148/92',
    });
    expect(read('92 148 88 97')).toMatchObject({ type: 'problem', suggestion: '148/92 88 97' });
    expect(read('120/120')).toMatchObject({ type: 'problem' });
  });

  test('[LIN-4] a saturation over 100 beside a possible one asks whether the pair is swapped', () => {
    expect(read('148/92 97 108')).toEqual({
      type: 'problem',
      sentence: 'SpO₂ 108 is over 100. Heart rate 108, SpO₂ 97?',
      suggestion: '148/92 108 97',
    });
  });

  test('[LIN-4] a pair that fits better swapped asks; with labels it is recorded as it is', () => {
    expect(read('148/92 98 72')).toEqual({
      type: 'problem',
      sentence: 'Heart rate 98 and SpO₂ 72, or swapped? If it is so, write hr98 72%.',
      suggestion: '148/92 72 98',
    });
    expect(read('148/92 98 72 @13:40')).toMatchObject({ suggestion: '148/92 72 98 @13:40' });
    const desaturated = { 'vital-signs': { systolic: 148, diastolic: 92, heartRate: 98, spo2: 72 } };
    expect(understood('148/92 hr98 72%')).toEqual(desaturated);
    for (const line of ['148/92 88 97', '148/92 98 97', '148/92 120 84', '148/92 60 84', '98/72 84 85']) {
      expect(read(line)).toMatchObject({ type: 'entry', entry: { kind: 'vital-signs' } });
    }
  });

  test('[LIN-5] impossible values are refused with the range; nothing is cut to fit', () => {
    expect(understood('301/92')).toMatch(/Systolic pressure must be a whole number from 30 to 300 mmHg/);
    expect(understood('1480/92')).toMatch(/Systolic pressure must be/);
    expect(understood('hr301')).toMatch(/Heart rate must be/);
    expect(understood('s6')).toMatch(/Sedation \(MOAA\/S\) must be a whole number from 0 to 5/);
    expect(understood('101%')).toMatch(/Oxygen saturation must be/);
  });

  test('[LIN-5] a half-typed pressure and a value given twice are named', () => {
    expect(understood('148/')).toBe('Not understood: `148/`. Add the lower number.');
    expect(understood('hr88 hr90')).toMatch(/One value twice/);
    expect(understood('148/92 88 97 hr90')).toMatch(/One value twice/);
  });

  test('[LIN-6] .5, 5.0, 5. and 1,5 are refused with the fix', () => {
    expect(understood('o2 .5')).toBe('Write 0.5, with a zero before the point.');
    expect(understood('t37.0')).toBe('Write 37, without a zero at the end.');
    expect(understood('t37.')).toBe('Write 37, without the point.');
    expect(understood('t36,6')).toBe('Write 36.6, with a point instead of a comma.');
  });
});
