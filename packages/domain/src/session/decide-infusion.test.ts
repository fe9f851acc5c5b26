import { describe, expect, test } from 'vitest';
import { checkRows } from '../checklist/catalog.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import { calm } from '../rules/dose-checks.test-support.ts';
import { dose, noticesAt, set, under } from '../rules/notices.test-support.ts';
import {
  append,
  at,
  entry,
  type Given,
  given,
  MINUTE,
  nurse,
  physician,
  pins,
  planned,
  recorded,
  started,
  steps,
  T0,
  type Told,
  uuid,
} from './given.test-support.ts';

const infusionId = uuid(7001);
const START = uuid(7002);
const which = { infusionId, drug: 'ketamine' } as const;
const state = 'already-given';

const start = (minute: number, rateMgPerHour: number, more: object = {}, id = START) =>
  entry('infusion-start', { ...which, state, rateMgPerHour, ...more } as never, {
    id,
    happenedAt: at(minute),
  });
const rate = (minute: number, rateMgPerHour: number, more: object = {}) =>
  entry('infusion-rate', { ...which, state, rateMgPerHour, ...more } as never, { happenedAt: at(minute) });
const stop = (minute: number, more: object = {}) =>
  entry('infusion-stop', { ...which, ...more } as never, { happenedAt: at(minute) });

const nowMs = T0 + 60 * MINUTE;
const told = (...entries: ReturnType<typeof start>[]): Given =>
  given(
    planned,
    { ...started, nowMs: T0 },
    ...entries.map((one) => ({ ...recorded(physician, one), nowMs })),
  );
const refusalOf = (session: Given, one: ReturnType<typeof start>, who = physician) =>
  session.when(append(one), who, nowMs).refusal;

describe('[INF-1] an infusion starts once', () => {
  test('given one that runs, when it is started again, then refused; another beside it is taken', () => {
    const session = told(start(0, 30));
    expect(refusalOf(session, start(5, 30, {}, uuid(7003)))).toMatchObject({
      refused: 'infusion-state',
      field: 'entries[0].data.infusionId',
      detail: 'This infusion was started already. Nothing was stored.',
    });
    expect(refusalOf(session, start(5, 30, { infusionId: uuid(7004) }, uuid(7003)))).toBeNull();
  });
});

describe('[INF-2] it changes and stops while it runs, and stays of one drug', () => {
  test('given none, when its rate changes or it stops, then it is not found', () => {
    for (const one of [rate(5, 20), stop(5)])
      expect(refusalOf(told(), one)).toMatchObject({
        refused: 'not-found',
        field: 'entries[0].data.infusionId',
      });
  });

  test('given it was stopped, then nothing follows the stop; a change before the stop may come late', () => {
    const session = told(start(0, 30), stop(20));
    const over = { refused: 'infusion-state', field: 'entries[0].data.infusionId' };
    expect(refusalOf(session, rate(20, 20))).toMatchObject(over);
    expect(refusalOf(session, stop(25))).toMatchObject(over);
    expect(refusalOf(session, stop(10))).toMatchObject(over);
    expect(refusalOf(session, rate(19, 20))).toBeNull();
  });

  test('given another drug, then refused', () => {
    const session = told(start(0, 30));
    for (const one of [rate(5, 20, { drug: 'esketamine' }), stop(5, { drug: 'esketamine' })])
      expect(refusalOf(session, one)).toMatchObject({
        refused: 'invalid',
        field: 'entries[0].data.drug',
        detail: 'This infusion is of Ketamine. Nothing was stored.',
      });
  });

  test('given a drug outside the list, then another one outside of it is another drug', () => {
    const lidocaine = { drug: 'other', drugName: 'Lidocaine' };
    const session = told(start(0, 30, lidocaine));
    expect(refusalOf(session, stop(5, { drug: 'other', drugName: 'Magnesium' }))).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.drug',
      detail: 'This infusion is of Lidocaine. Nothing was stored.',
    });
    expect(refusalOf(session, rate(5, 20, lidocaine))).toBeNull();
    expect(refusalOf(session, stop(5, lidocaine))).toBeNull();
  });

  test('given a time before its start, then refused, in whatever zone it is written', () => {
    const session = told(start(10, 30));
    for (const one of [rate(9, 20), stop(9)])
      expect(refusalOf(session, one)).toMatchObject({
        refused: 'infusion-state',
        field: 'entries[0].happenedAt',
        detail: 'This lies before the start of the infusion. Nothing was stored. Check the time.',
      });
    for (const one of [rate(10, 20), stop(10)]) expect(refusalOf(session, one)).toBeNull();
    const written = { ...rate(9, 20), happenedAt: '2026-11-24T12:09:00.000+02:00' };
    expect(refusalOf(session, written)).toMatchObject({
      refused: 'infusion-state',
      field: 'entries[0].happenedAt',
    });
  });

  test('given the start was in error, when it is stopped, then it is not found', () => {
    const error = entry('retraction', { entryId: START, reason: 'Not started.', anyGiven: false });
    expect(refusalOf(told(start(0, 30), error), stop(5))).toMatchObject({ refused: 'not-found' });
  });
});

describe('[INF-3] a nurse starts it, and changes its rate, on an order; stopping needs none', () => {
  test.each([
    ['start', told(), start(5, 30), start(5, 30, { orderedById: physician.id })],
    ['rate', told(start(0, 30)), rate(5, 20), rate(5, 20, { orderedById: physician.id })],
  ])('%s', (_what, session, bare, ordered) => {
    expect(refusalOf(session, bare, nurse)).toMatchObject({
      refused: 'order-needed',
      field: 'entries[0].data.orderedById',
    });
    expect(refusalOf(session, ordered, nurse)).toBeNull();
  });

  test('stop', () => {
    expect(refusalOf(told(start(0, 30)), stop(5), nurse)).toBeNull();
  });
});

describe('[INF-4] a start is retracted only when none of it was given', () => {
  const error = (more: object) => entry('retraction', { entryId: START, reason: 'Not started.', ...more });
  test('when nobody said, then refused; with none given, taken', () => {
    const session = told(start(0, 30));
    expect(refusalOf(session, error({}))).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.anyGiven',
    });
    expect(refusalOf(session, error({ anyGiven: false }))).toBeNull();
  });
});

describe('[INF-5] the ceiling, while an infusion runs', () => {
  const id = `dose-ceiling:${START}`;
  const one = (minute: number, what: ReturnType<typeof start>): Told => ({
    ...recorded(physician, what),
    nowMs: T0 + minute * MINUTE,
  });

  test('given 1 mg/min under 20 mg, then it is raised at the first millisecond over it, the same at every later clock', () => {
    const session = given(...under({ ceilingMg: 20 }), one(0, start(0, 60)));
    expect(noticesAt(session, 20).has(id)).toBe(false);
    // 20.001 mg are in when half of that microgram is: rounded once.
    for (const minute of [20.001, 25, 60, 300]) {
      expect(noticesAt(session, minute).get(id)).toMatchObject({
        priority: 'high',
        sinceMs: T0 + 20 * MINUTE + 30,
        facts: { against: 'ceiling', limitMicrograms: 20_000 },
      });
    }
  });

  test('given a dose while it runs, then the dose counts what was in by then and the infusion crosses later', () => {
    const A = uuid(7005);
    const session = given(...under({ ceilingMg: 60 }), one(0, start(0, 60)), dose(10, 30, { id: A }));
    for (const minute of [31, 50, 90]) {
      const notices = noticesAt(session, minute);
      expect(notices.get(id)).toMatchObject({ sinceMs: T0 + 30 * MINUTE + 30 });
      expect(notices.has(`dose-ceiling:${A}`)).toBe(false);
    }
    expect(noticesAt(session, 30).has(id)).toBe(false);
  });

  test('given two close together, then the later one alone is too soon', () => {
    const A = uuid(7005);
    const session = given(
      ...under({ minimumIntervalMinutes: 15 }),
      one(0, start(0, 60)),
      dose(10, 30, { id: A }),
    );
    const soon = [...noticesAt(session, 20).keys()].filter((key) => key.startsWith('dose-interval'));
    expect(soon).toEqual([`dose-interval:${A}`]);
  });

  test('given one that runs, when a dose is about to be given, then it is held against what is in by then', () => {
    const session = given(...under({ ceilingMg: 60 }), one(0, start(0, 60)));
    const asked = (minute: number) =>
      session.when(
        append(
          entry(
            'dose',
            { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 20 },
            { happenedAt: at(minute) },
          ),
        ),
        physician,
        T0 + minute * MINUTE,
      ).refusal as { missing?: readonly string[] } | null;
    const ceiling = (minute: number) =>
      asked(minute)?.missing?.find((words) => words.includes('the ceiling is'));
    expect(ceiling(40)).toBeUndefined();
    expect(ceiling(50)).toBe('This makes 70 mg; the ceiling is 60 mg.');
  });
});

describe('[DOS-13] an infusion about to be started, changed or paused', () => {
  const off = Object.fromEntries(checkRows.map(({ key }) => [key, 'off' as const]));
  const session = (protocol: Partial<ProtocolPlan>, ...more: Told[]) =>
    given(...under({ checklist: off, ...protocol }), set(-4, calm), ...more);
  const about = { state: 'about-to-give' };
  const missing = (one: Given, what: ReturnType<typeof start>, minute: number) =>
    one.when(append(what), physician, T0 + minute * MINUTE).refusal?.missing ?? [];
  const running = { command: append(start(0, 60)), nowMs: T0 };

  test('when it starts, then what is planned is held against the limits; what nobody planned is nothing', () => {
    const plannedMg = (mg: number) => start(0, 60, { ...about, plannedMg: mg });
    expect(missing(session({ ceilingMg: 40 }), plannedMg(40), 0)).toEqual([]);
    expect(missing(session({ ceilingMg: 40 }), plannedMg(40.001), 0)).toEqual([
      'This makes 40.001 mg; the ceiling is 40 mg.',
    ]);
    expect(missing(session({}), plannedMg(68.4), 0)).toEqual([
      '68.4 mg is an anaesthetic amount, from 68.4 mg.',
    ]);
    expect(missing(session({ ceilingMg: 40 }), start(0, 600, about), 0)).toEqual([]);
  });

  test('when its rate changes, then it is held against the ceiling alone', () => {
    const severe = set(8, { systolic: 190, diastolic: 100 });
    const one = session({ ceilingMg: 20, minimumIntervalMinutes: 60 }, running, severe);
    expect(missing(one, rate(20, 90, about), 20)).toEqual([]);
    expect(missing(one, rate(21, 90, about), 21)).toEqual(['This makes 21 mg; the ceiling is 20 mg.']);
    expect(missing(one, rate(21, 90, { ...about, overrideReason: 'Planned.' }), 21)).toEqual([]);
  });

  test('when it is paused, then it waits for nothing, over the ceiling too', () => {
    expect(missing(session({ ceilingMg: 20 }, running), rate(30, 0, about), 30)).toEqual([]);
  });

  test('given an allergy to a drug outside the list, when it starts, then it waits', () => {
    const patient = { ...pins.patient, allergies: { status: 'known' as const, items: ['Lidocaine'] } };
    const allergic = given(planned, { command: { ...steps.start, pins: { ...pins, patient } }, nowMs: T0 });
    const named = { ...about, drug: 'other', drugName: 'Lidocaine' };
    expect(missing(allergic, start(0, 60, named), 0)).toEqual(['The record says allergic: Lidocaine.']);
  });
});
