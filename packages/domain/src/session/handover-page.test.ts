import { describe, expect, test } from 'vitest';
import { dose, set, under } from '../rules/notices.test-support.ts';
import { append, at, entry, given, MINUTE, T0, type Told, uuid } from './given.test-support.ts';
import { handoverOf } from './handover-page.ts';

const told = (minute: number, one: ReturnType<typeof entry>): Told => ({
  command: append({ ...one, happenedAt: at(minute) }),
  nowMs: T0 + minute * MINUTE,
});
const pageOf = (minute: number, ...more: Told[]) =>
  handoverOf(given(...under({}), ...more).state, T0 + minute * MINUTE);

test('[HND-1] who it is: identity, weight, medicines, team', () => {
  const page = pageOf(1);
  expect(page).toMatchObject({
    patient: { familyName: 'Rivera', givenName: 'Maya', birthDate: '1987-03-14', mrn: null },
    weightGrams: 68_400,
    medicines: null,
    given: [],
    latest: [],
    extremes: [],
    emergency: [],
  });
  expect(page.team.map(({ role }) => role)).toEqual(['physician', 'therapist']);
  const answers = [{ item: 'medicines-reviewed', result: 'fulfilled', note: 'Sertraline 50 mg' }] as const;
  expect(pageOf(2, told(1, entry('checklist', { answers: [...answers] }))).medicines).toBe(
    'Reviewed: Sertraline 50 mg',
  );
});

describe('[HND-2] what was given', () => {
  test('every drug with its time; the total is ketamine alone', () => {
    const page = pageOf(
      30,
      dose(2, 40),
      dose(16, 20),
      dose(20, 4, { data: { drug: 'ondansetron', route: 'iv' } }),
    );
    expect(page.given.map(({ text, atMs }) => [text, (atMs - T0) / MINUTE])).toEqual([
      ['Ketamine 40 mg IM', 2],
      ['Ketamine 20 mg IM', 16],
      ['Ondansetron 4 mg IV', 20],
    ]);
    expect(page.ketamineMicrograms).toBe(60_000);
  });

  test('an infusion with its rate and what went in so far, and its end once it was stopped', () => {
    const drug = { infusionId: uuid(700), drug: 'ketamine' } as const;
    const start = told(0, entry('infusion-start', { ...drug, state: 'already-given', rateMgPerHour: 30 }));
    expect(pageOf(30, start).given[0]).toMatchObject({
      text: 'Ketamine infusion IV',
      rate: '30 mg/h',
      total: '15 mg',
      endMs: null,
    });
    const stopped = pageOf(30, start, told(20, entry('infusion-stop', drug)));
    expect(stopped.given[0]).toMatchObject({ rate: null, total: '10 mg', endMs: T0 + 20 * MINUTE });
  });
});

test('[HND-3] the last of each sign, the lowest and the highest pressure and SpO₂', () => {
  const page = pageOf(
    30,
    set(1, { systolic: 124, diastolic: 78, spo2: 98, heartRate: 72 }),
    set(5, { systolic: 164, diastolic: 98, spo2: 91 }),
    set(9, { systolic: 88, diastolic: 50 }),
  );
  expect(page.latest.map(({ name, text, atMs }) => [name, text, (atMs - T0) / MINUTE])).toEqual([
    ['BP', '88/50 mmHg', 9],
    ['HR', '72 /min', 1],
    ['SpO₂', '91 %', 5],
  ]);
  expect(page.extremes.map(({ name, text }) => `${name} ${text}`)).toEqual([
    'BP lowest 88/50 mmHg',
    'BP highest 164/98 mmHg',
    'SpO₂ lowest 91 %',
    'SpO₂ highest 98 %',
  ]);
});

test('[HND-4] what is open, events and stamps; nothing that is settled and nothing estimated', () => {
  const page = pageOf(
    12,
    dose(1, 40),
    set(2, { heartRate: 130 }),
    set(4, { heartRate: 72 }),
    set(6, { systolic: 190, diastolic: 100 }),
    told(7, entry('adverse-event', { term: 'chest_pain', grade: 3, action: 'Aspirin' })),
    told(8, entry('emergency', { mark: 'declared' })),
    told(9, entry('emergency', { mark: 'drug', detail: 'Labetalol 10 mg IV' })),
  );
  const notices = page.notices.map(({ text }) => text);
  expect(notices[0]).toBe('BP 190/100 with chest pain');
  expect(notices).toContain('Given at no pressure of the last 15 min');
  expect(notices.join()).not.toContain('HR 130');
  expect(page.events.map(({ text }) => text)).toEqual(['Chest pain, grade 3; Aspirin']);
  expect(page.emergency.map(({ text }) => text)).toEqual(['Emergency', 'Drug: Labetalol 10 mg IV']);
  expect(JSON.stringify(page)).not.toMatch(/estimate|ng\/mL/i);
});
