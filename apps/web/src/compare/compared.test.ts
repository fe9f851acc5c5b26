import type { AnyNewEntry, Entry } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { dose, idOf, served, sessionA } from '../data/entries.test-support.ts';
import { comparedOf, idsIn } from './compared.ts';

const DOSE_MS = Date.parse('2026-11-24T15:00:00.000Z');
const at = (minute: number) => new Date(DOSE_MS + minute * 60_000).toISOString();
const logOf = (...entries: AnyNewEntry[]): Entry[] => entries.map((entry, index) => served(index + 1, entry));
const set = (number: number, minute: number, data: object): AnyNewEntry =>
  ({ id: idOf(number), kind: 'vital-signs', happenedAt: at(minute), data }) as AnyNewEntry;

describe('[PIC-3] sessions that are compared', () => {
  test('count their minutes from the first dose, and say what rose by how much', () => {
    const found = comparedOf(
      sessionA,
      logOf(
        set(1, -6, { systolic: 120, diastolic: 80, heartRate: 70, spo2: 98 }),
        dose(2, 40),
        set(3, 20, { systolic: 150, diastolic: 90, heartRate: 90 }),
        {
          id: idOf(4),
          kind: 'adverse-event',
          happenedAt: at(25),
          data: { term: 'nausea', grade: 1 },
        } as AnyNewEntry,
        {
          id: idOf(5),
          kind: 'adverse-event',
          happenedAt: at(26),
          data: { term: 'nausea', grade: 2 },
        } as AnyNewEntry,
      ),
      at(-30),
    );
    expect(found).toMatchObject({
      doseMinutes: [0],
      highestMinute: 20,
      rise: { mmHg: 30, percent: 25 },
      heartRate: [
        { minute: -6, value: 70 },
        { minute: 20, value: 90 },
      ],
      spo2: [{ minute: -6, value: 98 }],
      worstEvent: { grade: 2 },
      lastedMinutes: null,
    });
  });

  test('without a dose nothing is said to have risen', () => {
    const found = comparedOf(sessionA, logOf(set(1, 5, { systolic: 120, diastolic: 80 })), at(0));
    expect(found).toMatchObject({ rise: null, worstEvent: null, doseMinutes: [] });
  });

  test('are two to six, each once; what is no id does not count', () => {
    const ids = Array.from({ length: 8 }, (_, n) => idOf(n));
    expect(idsIn([ids[0], 'x', ids[0], ids[1]].join('.'))).toEqual([ids[0], ids[1]]);
    expect(idsIn(ids.join('.'))).toHaveLength(6);
    expect(idsIn(undefined)).toEqual([]);
  });
});
