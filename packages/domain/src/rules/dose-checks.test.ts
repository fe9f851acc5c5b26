import { describe, expect, test } from 'vitest';
import { checkRows } from '../checklist/catalog.ts';
import type { DataOf } from '../entries/registry.ts';
import {
  append,
  at,
  entry,
  type Given,
  given,
  MINUTE,
  nurse,
  otherPhysician,
  physician,
  pins,
  planned,
  recorded,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { doseFindings } from './dose-checks.ts';
import { gateOf } from './gate.ts';
import { dose, noticesAt, set, under } from './notices.test-support.ts';

const A = uuid(11);
const calm = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98 };
type Answer = DataOf<'checklist'>['answers'][number];

/** Every row of the gate answered with yes. */
const allYes = checkRows
  .filter(({ list }) => list === 'gate')
  .map(
    ({ key, asks }): Answer => ({
      item: key,
      result: 'fulfilled',
      ...(asks === 'weight' ? { weightKg: 68.4 } : {}),
    }),
  );
const answered = (answers: readonly Answer[], actor = physician, minute = -20): Told => ({
  command: append(entry('checklist', { answers: [...answers] }, { happenedAt: at(minute) })),
  actor,
  nowMs: T0,
});
const without = (...keys: string[]) => allYes.filter(({ item }) => !keys.includes(item));
const ready = (...more: Told[]): Told[] => [
  ...under({ ceilingMg: 80, minimumIntervalMinutes: 10 }),
  answered(allYes),
  ...more,
];

const asked = (minute: number, amountMg = 40, more: object = {}) =>
  ({
    drug: 'ketamine',
    route: 'im',
    micrograms: amountMg * 1000,
    atMs: T0 + minute * MINUTE,
    ...more,
  }) as const;
const rules = (session: Given, minute: number, amountMg?: number, more?: object) =>
  doseFindings(session.state, asked(minute, amountMg, more)).map(({ ruleId }) => ruleId);

/** What a device gets that sends a dose about to be given. */
const give = (
  session: Given,
  minute: number,
  data: object = {},
  who = physician,
  context: object | undefined = undefined,
) =>
  session.when(
    append(
      entry(
        'dose',
        { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, ...data } as never,
        { happenedAt: at(minute), ...(context === undefined ? {} : { context }) },
      ),
    ),
    who,
    T0 + minute * MINUTE,
  ).refusal;

describe('[GAT-1] the list before the first dose', () => {
  test('blocking rows come first and hold until each is settled', () => {
    const rows = gateOf(given(...under({})).state);
    const blocking = rows.filter(({ mode }) => mode === 'block');
    expect(rows.slice(0, blocking.length)).toEqual(blocking);
    expect(blocking.map(({ row }) => row.key)).toEqual([
      'consent',
      'escort-confirmed',
      'physician-on-site',
      'weight-today',
      'pregnancy',
      'pressure-controlled',
      'psychosis',
    ]);
    expect(blocking.every(({ blocks }) => blocks)).toBe(true);
    expect(gateOf(given(...ready()).state).some(({ blocks }) => blocks)).toBe(false);
  });

  test('[GAT-2] the last answer counts, by when it was given', () => {
    const no: Answer = { item: 'consent', result: 'not-fulfilled' };
    const late = given(...ready(), answered([no], physician, -5));
    expect(gateOf(late.state).find(({ row }) => row.key === 'consent')?.blocks).toBe(true);
    const early = given(...ready(), answered([no], physician, -30));
    expect(gateOf(early.state).find(({ row }) => row.key === 'consent')?.blocks).toBe(false);
  });

  test('[GAT-3] a row that does not apply is settled; a "no" is, once a physician goes on with a reason', () => {
    const of = (answer: Omit<Answer, 'item'>) =>
      gateOf(given(...ready(), answered([{ item: 'pregnancy', ...answer }], physician, -5)).state).find(
        ({ row }) => row.key === 'pregnancy',
      );
    expect(of({ result: 'not-applicable' })).toMatchObject({ settled: true, blocks: false });
    expect(of({ result: 'not-fulfilled' })).toMatchObject({ settled: false, blocks: true });
    const goesOn = { result: 'not-fulfilled', overrideReason: 'Test repeated, negative.' } as const;
    expect(of(goesOn)).toMatchObject({ settled: true, blocks: false });
  });

  test('[GAT-4] a nurse answers and overrides nothing', () => {
    const goesOn: Answer = { item: 'consent', result: 'not-fulfilled', overrideReason: 'Signed last week.' };
    const session = given(...under({}));
    const { command } = answered([{ item: 'identity', result: 'fulfilled' }, goesOn]);
    expect(session.when(command, nurse).refusal).toMatchObject({
      refused: 'role-may-not',
      field: 'entries[0].data.answers[1].overrideReason',
    });
    expect(session.when(answered(allYes).command, nurse).refusal).toBeNull();
    expect(session.when(command, physician).refusal).toBeNull();
  });

  test('[GAT-5] a protocol makes rows block, be asked, or be left out', () => {
    const session = given(
      ...under({ checklist: { consent: 'off', fasting: 'block', 'escort-confirmed': 'ask' } }),
    );
    const rows = new Map(gateOf(session.state).map((row) => [row.row.key as string, row.mode]));
    expect(rows.has('consent')).toBe(false);
    expect(rows.get('fasting')).toBe('block');
    expect(rows.get('escort-confirmed')).toBe('ask');
  });

  test('[GAT-6] the weight of today is the weight that mg/kg counts with', () => {
    const told = (kg: number): Answer => ({ item: 'weight-today', result: 'fulfilled', weightKg: kg });
    const perKg = under({ ceilingMgPerKg: 1 });
    const light = given(...perKg, answered([...without('weight-today'), told(39.999)]), set(-4, calm));
    expect(rules(light, 0, 40)).toEqual(['dose-ceiling']);
    const right = given(...perKg, answered([...without('weight-today'), told(40)]), set(-4, calm));
    expect(rules(right, 0, 40)).toEqual([]);
  });
});

describe('[DOS-13] what a dose about to be given waits for', () => {
  test('without the gate and without a baseline it names both', () => {
    const refusal = give(given(...under({})), 0);
    expect(refusal).toMatchObject({ refused: 'override-needed', field: 'entries[0].data.overrideReason' });
    expect(refusal?.missing).toHaveLength(2);
    expect(refusal?.detail).toContain('Consent is signed and current');
    expect(refusal?.detail).toContain('no pressure of the last 15 min');
    expect(give(given(...under({})), 0, { overrideReason: 'Urgent.' })).toBeNull();
    expect(give(given(...ready(set(-4, calm))), 0)).toBeNull();
  });

  test('already given, recorded offline and copied from paper wait for nothing and are noticed High', () => {
    const session = given(...under({ ceilingMg: 30 }));
    expect(give(session, 0, { state: 'already-given' })).toBeNull();
    expect(give(session, 0, {}, physician, { offline: true })).toBeNull();
    const started = { ...steps.start, startedAt: at(-600), reason: 'From paper.', pins };
    const copied = given(planned, { command: started, nowMs: T0 });
    expect(give(copied, 0)).toBeNull();
    const noticed = noticesAt(given(...under({ ceilingMg: 30 }), dose(0, 40, { id: A })), 1);
    for (const rule of ['dose-ceiling', 'dose-gate', 'dose-hold'])
      expect(noticed.get(`${rule}:${A}`)).toMatchObject({ priority: 'high', shown: true });
  });

  test('a nurse’s reason is refused, and nothing is stored', () => {
    const orderedById = physician.id;
    expect(give(given(...under({})), 0, { overrideReason: 'Urgent.', orderedById }, nurse)).toMatchObject({
      refused: 'role-may-not',
      field: 'entries[0].data.overrideReason',
    });
    expect(give(given(...ready(set(-4, calm))), 0, { orderedById }, nurse)).toBeNull();
  });

  test('an amendment to a wrong but true amount is always taken', () => {
    const session = given(...ready(set(-4, calm), dose(0, 40, { id: A })));
    const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 400 };
    const amended = entry('amendment', { entryId: A, data, reason: 'It was the whole vial.' });
    expect(session.when(append(amended)).refusal).toBeNull();
  });
});

describe('[DOS-14] the hold column, one unit either side', () => {
  const first = (data: object) => rules(given(...ready(set(-4, { ...calm, ...data }))), 0);
  test.each([
    ['systolic', 140, 141],
    ['systolic', 90, 89],
    ['diastolic', 90, 91],
    ['heartRate', 110, 111],
    ['heartRate', 50, 49],
    ['spo2', 94, 93],
    ['respiratoryRate', 24, 25],
    ['respiratoryRate', 10, 9],
    ['moaas', 5, 4],
  ])('%s of %d is inside and %d holds a first dose', (sign, inside, outside) => {
    const diastolic = sign === 'systolic' && inside === 90 ? { diastolic: 60 } : {};
    expect(first({ ...diastolic, [sign]: inside })).toEqual([]);
    expect(first({ ...diastolic, [sign]: outside })).toEqual(['dose-hold']);
  });

  test('a pressure of 15 minutes counts, one of 16 does not', () => {
    expect(rules(given(...ready(set(-15, calm))), 0)).toEqual([]);
    expect(rules(given(...ready(set(-16, calm))), 0)).toEqual(['dose-hold']);
  });

  test.each([
    ['systolic', 179, 180],
    ['diastolic', 109, 110],
    ['systolic', 90, 89],
    ['heartRate', 130, 131],
    ['heartRate', 50, 49],
    ['spo2', 90, 89],
    ['moaas', 4, 3],
  ])('%s of %d is inside and %d holds a booster', (sign, inside, outside) => {
    const booster = (value: number) => {
      const low = sign === 'systolic' && value < 100 ? { diastolic: 60 } : {};
      const session = ready(set(-4, calm), dose(0, 20), set(12, { ...calm, ...low, [sign]: value }));
      return rules(given(...session), 14, 20);
    };
    expect(booster(inside)).toEqual([]);
    expect(booster(outside)).toEqual(['dose-hold']);
  });

  test('a protocol’s own hold counts instead', () => {
    const session = (systolic: number) =>
      given(
        ...under({ hold: { systolic: { high: 130 } } }),
        answered(allYes),
        set(-4, { ...calm, systolic }),
      );
    expect(rules(session(130), 0)).toEqual([]);
    expect(rules(session(131), 0)).toEqual(['dose-hold']);
  });

  test('a rescue drug passes no ketamine gate', () => {
    const ondansetron = { drug: 'ondansetron', route: 'po' };
    expect(rules(given(...under({})), 0, 4, ondansetron)).toEqual([]);
    expect(give(given(...under({})), 0, { ...ondansetron, amountMg: 4 })).toBeNull();
  });
});

describe('[DOS-15] an anaesthetic amount is sent twice', () => {
  const session = given(...under({}), answered(allYes), set(-4, calm));
  // 6.5 mg/kg of 68.4 kg.
  test('from 444.6 mg into the muscle', () => {
    expect(rules(session, 0, 444.599)).toEqual([]);
    expect(rules(session, 0, 444.6)).toEqual(['dose-range']);
    const reason = { amountMg: 444.6, overrideReason: 'Theatre.' };
    expect(give(session, 0, reason)).toMatchObject({ field: 'entries[0].data.amountAgainMg' });
    expect(give(session, 0, { ...reason, amountAgainMg: 44.46 })).toMatchObject({
      refused: 'override-needed',
    });
    expect(give(session, 0, { ...reason, amountAgainMg: 444.6 })).toBeNull();
  });
});

describe('[DOS-16] a recorded allergy that names the drug', () => {
  const allergic = (item: string) => {
    const patient = { ...pins.patient, allergies: { status: 'known' as const, items: [item] } };
    const told: Told = { command: { ...steps.start, pins: { ...pins, patient } }, nowMs: T0 };
    return given(planned, told, answered(allYes), set(-4, calm));
  };
  test('in whatever words, for every drug', () => {
    expect(rules(allergic('Ketamine (rash)'), 0)).toEqual(['dose-allergy']);
    expect(rules(allergic('KETAMINE'), 0)).toEqual(['dose-allergy']);
    expect(rules(allergic('Esketamine'), 0)).toEqual([]);
    expect(rules(allergic('Penicillin'), 0)).toEqual([]);
    expect(rules(allergic('ondansetron, itching'), 0, 4, { drug: 'ondansetron' })).toEqual(['dose-allergy']);
    const other = { drug: 'other', drugName: 'Cefazolin (1 g)' };
    expect(rules(allergic('cefazolin (1 g), hives'), 0, 1000, other)).toEqual(['dose-allergy']);
  });

  test('given all the same it is High', () => {
    const session = allergic('Ketamine');
    const { state } = session.when(dose(0, 40, { id: A }).command, physician, T0);
    expect(noticesAt({ ...session, state }, 1).get(`dose-allergy:${A}`)).toMatchObject({ priority: 'high' });
  });
});

describe('[DOS-17] the same drug by two people within 10 minutes', () => {
  const byOther = (minute: number) => dose(minute, 20, { id: A, actor: otherPhysician });
  const session = (minute: number) => given(...under({}), answered(allYes), set(-4, calm), byOther(minute));
  test('is asked about from the first second under 10 minutes, by whoever comes second', () => {
    const reason = { overrideReason: 'Second half.' };
    const near = session(0);
    expect(give(near, 9.99, reason)).toMatchObject({
      refused: 'maybe-same-dose',
      entryId: expect.any(String),
    });
    expect(give(near, 10, reason)).toBeNull();
    expect(give(near, 5, reason, otherPhysician)).toBeNull();
    expect(give(near, 5, { ...reason, separateFrom: A })).toBeNull();
    expect(give(near, 5, { ...reason, separateFrom: uuid(999) })).toMatchObject({
      refused: 'not-found',
      field: 'entries[0].data.separateFrom',
    });
  });

  test('given already it is stored and High until somebody says which; said so, it is not raised', () => {
    const B = uuid(12);
    const second = (data: object) => given(...under({}), byOther(0), dose(5, 20, { id: B, data }));
    expect(noticesAt(second({}), 6).get(`dose-twice:${B}`)).toMatchObject({ priority: 'high', shown: true });
    expect(noticesAt(second({ separateFrom: A }), 6).has(`dose-twice:${B}`)).toBe(false);
    expect(noticesAt(second({}), 6).has(`dose-twice:${A}`)).toBe(false);
  });
});

test('[DOS-8] the check sees what was recorded a moment before: two forms open at once pass the ceiling once', () => {
  const reason = { data: { overrideReason: 'Planned.' } };
  const session = given(...ready(set(-4, calm), dose(0, 40)), recorded(physician));
  expect(give(session, 12, { amountMg: 40 })).toBeNull();
  const after = given(...ready(set(-4, calm), dose(0, 40), dose(12, 40, reason)));
  expect(give(after, 24, { amountMg: 0.001 })?.missing).toEqual([
    'This makes 80.001 mg; the ceiling is 80 mg.',
  ]);
});
