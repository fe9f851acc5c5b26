import { describe, expect, it } from 'vitest';
import { tableRows } from './table-rows.ts';
import { amendment, dose, idOf, minute, set, told, ZONE } from './told.test-support.ts';

describe('the table behind the chart', () => {
  it('[TLN-17] holds vital signs, doses, phases, notes, adverse events, scores, moments, shifts and words to keep by when they happened', () => {
    const rows = tableRows(
      told([
        ['note', 6, { text: 'Breath slow.', category: 'noticed' }],
        set(1, 124, 78, { heartRate: 72, spo2: 98 }),
        dose(3, 40),
        ['adverse-event', 5, { term: 'nausea', grade: 2 }],
        ['phase', 4, { phase: 'onset' }],
        ['moment', 8, { text: 'Silence', tags: ['grief'] }],
        ['shift', 9, { from: 'I am wrong', to: 'I did my best' }],
        ['words-to-keep', 10, { text: 'I can put it down' }],
        ['assessment', 7, { instrument: 'rass', answers: [{ item: 'level', value: -1 }] }],
      ]),
      ZONE,
    );
    expect(rows.map(({ atMs }) => atMs)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10].map(minute));
    expect(rows[0]).toMatchObject({
      signs: { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98 },
      mean: 93,
      said: null,
    });
    expect(rows.slice(1).map(({ said }) => [said?.kind, said?.words])).toEqual([
      ['dose', 'Ketamine 40 mg IM'],
      ['phase', 'Onset'],
      ['adverse-event', 'Nausea, grade 2'],
      ['note', 'Breath slow.'],
      ['assessment', 'RASS -1'],
      ['moment', 'Silence #grief'],
      ['shift', 'From “I am wrong” to “I did my best”'],
      ['words-to-keep', '“I can put it down”'],
    ]);
    expect(new Set(rows.map(({ author }) => author))).toEqual(new Set(['Dr Amara Okafor']));
  });

  it('[TLN-17] keeps a sign that was not measured empty, and works out no mean of half a pressure', () => {
    const [row] = tableRows(told([['vital-signs', 1, { spo2: 97 }]]), ZONE);
    expect(row).toMatchObject({ signs: { spo2: 97 }, mean: null });
    expect(row?.signs.systolic).toBeUndefined();
  });

  it('[TLN-17] says which signs could not be taken and why', () => {
    const why = { reason: 'Asleep.', outcome: 'deferred', deferredMinutes: 10 };
    const notMeasured = ['bloodPressure', 'spo2'].map((sign) => ({ sign, ...why }));
    const [row] = tableRows(told([['vital-signs', 1, { heartRate: 70, notMeasured }]]), ZONE);
    expect(row?.missing).toEqual(['BP, SpO₂ deferred 10 min: Asleep.']);
  });

  it('[TLN-17] leaves out what was entered in error, and says what an amended row was', () => {
    const rows = tableRows(
      told([
        set(1, 164, 90),
        dose(3, 40),
        amendment(4, 1, { systolic: 146, diastolic: 90 }),
        ['retraction', 5, { entryId: idOf(2), reason: 'twice' }],
      ]),
      ZONE,
    );
    expect(rows.map(({ id, amended }) => [id, amended])).toEqual([
      [idOf(1), ['amended 15:04, was Sys 164, mistyped']],
    ]);
  });
});
