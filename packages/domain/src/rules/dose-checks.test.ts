import { describe, expect, test } from 'vitest';
import {
  append,
  at,
  entry,
  given,
  nurse,
  physician,
  pins,
  planned,
  recorded,
  steps,
  T0,
  uuid,
} from '../session/given.test-support.ts';
import {
  type Answer,
  allYes,
  answered,
  calm,
  give,
  ready,
  rules,
  without,
} from './dose-checks.test-support.ts';
import { gateOf } from './gate.ts';
import { dose, noticesAt, set, under } from './notices.test-support.ts';

const A = uuid(11);

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

test('[DOS-8] the check sees what was recorded a moment before: two forms open at once pass the ceiling once', () => {
  const reason = { data: { overrideReason: 'Planned.' } };
  const session = given(...ready(set(-4, calm), dose(0, 40)), recorded(physician));
  expect(give(session, 12, { amountMg: 40 })).toBeNull();
  const after = given(...ready(set(-4, calm), dose(0, 40), dose(12, 40, reason)));
  expect(give(after, 24, { amountMg: 0.001 })?.missing).toEqual([
    'This makes 80.001 mg; the ceiling is 80 mg.',
  ]);
});
