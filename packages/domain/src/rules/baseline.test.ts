import { describe, expect, test } from 'vitest';
import type { VitalSigns } from '../entries/vital-signs.ts';
import {
  anyOf,
  append,
  at,
  entry,
  given,
  MINUTE,
  planned,
  started,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { baselineOf } from './baseline.ts';

const nowMs = T0 + 60 * MINUTE;
const told = (...entries: Parameters<typeof append>): Told => ({ command: append(...entries), nowMs });
const set = (minutes: number, data: VitalSigns, n = 100 + Math.abs(minutes)) =>
  told(entry('vital-signs', data, { id: uuid(n), happenedAt: at(minutes) }));
const dose = (minutes: number, drug: 'ketamine' | 'esketamine' | 'ondansetron' = 'ketamine', n = 700) =>
  told(
    entry(
      'dose',
      { state: 'already-given', drug, route: 'im', amountMg: 40 },
      { id: uuid(n), happenedAt: at(minutes) },
    ),
  );
const after = (...rest: Told[]) => baselineOf(given(planned, started, ...rest).state);

describe('Baseline', () => {
  test('[BAS-1] given no dose of ketamine or esketamine, when asked, then there is none yet', () => {
    expect(after(set(0, { heartRate: 72 }))).toBeNull();
    expect(after(set(0, { heartRate: 72 }), dose(5, 'ondansetron'))).toBeNull();
    expect(after(set(0, { heartRate: 72 }), dose(5, 'esketamine'))?.signs.heartRate?.value).toBe(72);
  });

  test('[BAS-2] given two readings in the 30 minutes before, then the mean, named with them', () => {
    const found = after(
      set(1, { systolic: 122, diastolic: 76 }),
      set(25, { systolic: 125, diastolic: 78 }),
      dose(30),
    );
    expect(found).toMatchObject({ doseId: uuid(700), doseAt: at(30) });
    expect(found?.signs.systolic).toMatchObject({ value: 124, entryIds: [uuid(101), uuid(125)] });
    expect(found?.signs.diastolic?.value).toBe(77);
  });

  test('[BAS-2] given readings exactly 30 minutes old and one minute more, then the first alone counts', () => {
    const readings = [set(0, { spo2: 90 }), set(1, { spo2: 96 }), set(20, { spo2: 98 })];
    expect(after(...readings, dose(31))?.signs.spo2?.value).toBe(97);
    expect(after(...readings, dose(30))?.signs.spo2?.value).toBe(95);
  });

  test('[BAS-3] given one reading, then it counts up to 15 minutes old and not a minute longer', () => {
    expect(after(set(5, { heartRate: 72 }), dose(20))?.signs.heartRate?.value).toBe(72);
    expect(after(set(5, { heartRate: 72 }), dose(21))?.signs.heartRate).toBeUndefined();
  });

  test('[BAS-4] given signs taken at different times, then each has its own baseline or none', () => {
    const found = after(
      set(2, { heartRate: 70, temperatureC: 36.4 }),
      set(9, { heartRate: 74, spo2: 98 }),
      set(10, { temperatureC: 36.7 }),
      dose(20),
    );
    expect(found?.signs.heartRate?.value).toBe(72);
    expect(found?.signs.spo2?.entryIds).toEqual([uuid(109)]);
    expect(found?.signs.temperatureC?.value).toBe(36.6);
    expect(found?.signs.systolic).toBeUndefined();
  });

  test('[BAS-5] given readings after the first dose and a second dose, then it stays as it was fixed', () => {
    const found = after(
      set(8, { heartRate: 72 }),
      dose(12),
      set(13, { heartRate: 99 }),
      set(20, { heartRate: 110 }),
      dose(26, 'ketamine', 701),
    );
    expect(found?.signs.heartRate?.value).toBe(72);
    expect(found?.doseId).toBe(uuid(700));
    expect(after(set(12, { heartRate: 72 }), dose(12))?.signs.heartRate?.value).toBe(72);
  });

  test('[BAS-6] given corrections, then corrected values count and what was entered in error does not', () => {
    const amended = told(
      entry('amendment', { entryId: uuid(108), data: { heartRate: 74 }, reason: 'Misread.' }),
    );
    expect(after(set(8, { heartRate: 47 }), dose(12), amended)?.signs.heartRate?.value).toBe(74);
    const wrongSet = told(anyOf('retraction', uuid(108)));
    expect(after(set(8, { heartRate: 47 }), dose(12), wrongSet)?.signs.heartRate).toBeUndefined();
    const wrongDose = told(entry('retraction', { entryId: uuid(700), reason: 'Twice.', anyGiven: false }));
    expect(after(set(8, { heartRate: 72 }), dose(12), wrongDose)).toBeNull();
  });

  test('[BAS-7] given a pressure above the hold limit, then it is raised and percent uses the limit', () => {
    const raised = after(set(8, { systolic: 141, diastolic: 91 }), dose(12));
    expect(raised?.signs.systolic).toMatchObject({ value: 141, reference: 140, raised: true });
    expect(raised?.signs.diastolic).toMatchObject({ value: 91, reference: 90, raised: true });
    const held = after(set(8, { systolic: 140, diastolic: 90, heartRate: 130 }), dose(12));
    expect(held?.signs.systolic).toMatchObject({ value: 140, reference: 140, raised: false });
    expect(held?.signs.heartRate).toMatchObject({ value: 130, reference: 130, raised: false });
  });
});
