import { expect, test } from 'vitest';
import { given, planned, started, uuid } from '../session/given.test-support.ts';
import type { NoticeFacts } from './notice.ts';
import { noticeSentence } from './notice-words.ts';
import { set, symptom } from './notices.test-support.ts';
import { noticesOf } from './notices.ts';

const saidOf = (data: Parameters<typeof set>[1]): string[] =>
  noticesOf(given(planned, started, set(70, data)).state, 1e15)
    .filter(({ ruleId }) => ruleId !== 'still-going')
    .map(({ facts }) => noticeSentence(facts));

test.each([
  [{ systolic: 164, diastolic: 98 }, 'BP 164/98, over 160'],
  [{ systolic: 160, diastolic: 98 }, 'BP 160/98, at 160'],
  [{ systolic: 150, diastolic: 100 }, 'BP 150/100, diastolic at 100'],
  [{ systolic: 184, diastolic: 112 }, 'BP 184/112, over 180, diastolic over 110'],
  [{ systolic: 88, diastolic: 50 }, 'BP 88/50, under 90'],
  [{ heartRate: 118 }, 'HR 118 /min, over 110 /min'],
  [{ spo2: 93 }, 'SpO₂ 93 %, under 94 %'],
  [{ moaas: 3 }, 'MOAA/S 3, under 4'],
])('[NTC-9] %j is said as "%s"', (data, sentence) => {
  expect(saidOf(data)).toEqual([sentence]);
});

test('[NTC-9] no reading, and an emergency', () => {
  expect(
    saidOf({ notMeasured: [{ sign: 'bloodPressure', reason: 'Cuff fails.', outcome: 'unable' }] }),
  ).toEqual(['No reading of blood pressure: Cuff fails.']);
  expect(saidOf({ notMeasured: [{ sign: 'spo2', reason: 'Cold hands.', outcome: 'unable' }] })).toEqual([
    'No reading of oxygen saturation: Cold hands.',
  ]);
  const told = given(
    planned,
    started,
    set(20, { systolic: 184, diastolic: 98 }),
    symptom(21, 'chest_pain', { id: uuid(20) }),
  );
  const said = noticesOf(told.state, 1e15).map(({ facts }) => noticeSentence(facts));
  expect(said).toContain('BP 184/98 with chest pain');
});

test.each<[NoticeFacts, string]>([
  [{ type: 'vitals-due', slotAt: '' }, 'Vital signs are due'],
  [
    { type: 'dose-total', against: 'ceiling', totalMicrograms: 95_000, limitMicrograms: 80_000 },
    'Total 95 mg, ceiling 80 mg',
  ],
  [
    { type: 'dose-total', against: 'plan', totalMicrograms: 60_500, limitMicrograms: 40_000 },
    'Total 60.5 mg, planned 40 mg',
  ],
  [{ type: 'dose-interval', minutes: 6.9, limitMinutes: 10 }, '6 min after the dose before, limit 10 min'],
  [
    { type: 'dose-range', amountMicrograms: 80_000, fromMicrograms: 68_400 },
    '80 mg is an anaesthetic amount, from 68.4 mg',
  ],
  [{ type: 'still-going', minutes: 61 }, 'No entry for 61 min'],
  [{ type: 'dose-gate', missing: ['consent'] }, 'Given with 1 row of the checklist open'],
  [{ type: 'dose-gate', missing: ['consent', 'identity'] }, 'Given with 2 rows of the checklist open'],
  [
    {
      type: 'dose-hold',
      heldBy: [
        { sign: 'systolic', value: 152, side: 'high', limit: 140 },
        { sign: 'spo2', value: 92, side: 'low', limit: 94 },
        { sign: 'moaas', value: 4, side: 'low', limit: 5 },
      ],
    },
    'Given at systolic pressure 152 mmHg, hold over 140, oxygen saturation 92 %, hold under 94, sedation (MOAA/S) 4, hold under 5',
  ],
  [
    { type: 'dose-hold', heldBy: [{ sign: 'systolic', value: null, side: null, limit: null }] },
    'Given at no pressure of the last 15 min',
  ],
  [
    { type: 'dose-allergy', allergy: 'ondansetron (rash)', drug: 'Ondansetron' },
    'Ondansetron was given; the record says allergic: ondansetron (rash)',
  ],
  [
    { type: 'dose-twice', otherId: uuid(1), by: 'Dr Ada Fell' },
    'Dr Ada Fell recorded this drug within 10 min: separate, or the same one?',
  ],
])('[NTC-9] %j', (facts, sentence) => {
  expect(noticeSentence(facts)).toBe(sentence);
});
