import { describe, expect, test } from 'vitest';
import {
  append,
  at,
  entry,
  given,
  MINUTE,
  otherPhysician,
  physician,
  pins,
  planned,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { dose, saw, set, under } from './notices.test-support.ts';
import { openBeforeSigning, signOffOf } from './sign-off.ts';

const A = uuid(11);
const end = { command: steps.end, nowMs: T0 + 130 * MINUTE };
const sign = (...told: Told[]) => given(...told, end).when(steps.sign, physician, T0 + 140 * MINUTE).refusal;

test('[SGN-1] a dose over the ceiling keeps a session from being signed until somebody says why', () => {
  const session = under({ ceilingMg: 30 });
  expect(sign(...session, dose(0, 30, { id: A }))).toBeNull();
  expect(sign(...session, dose(0, 30.001, { id: A }))).toMatchObject({
    refused: 'open-items',
    missing: ['Total 30.001 mg, ceiling 30 mg. Say why in the outcome of its notice.'],
  });
  expect(sign(...session, dose(0, 30.001, { id: A, data: { overrideReason: 'Planned.' } }))).toBeNull();
  const told = saw(5, `dose-ceiling:${A}`, { outcome: 'Planned with the client.' });
  expect(sign(...session, dose(0, 30.001, { id: A }), told)).toBeNull();
});

test('[SGN-1] so does an infusion that was never stopped, unless it was paused', () => {
  const infusion = { infusionId: uuid(7), drug: 'ondansetron', state: 'already-given' } as const;
  const started = { command: append(entry('infusion-start', { ...infusion, rateMgPerHour: 1 })), nowMs: T0 };
  const paused = { command: append(entry('infusion-rate', { ...infusion, rateMgPerHour: 0 })), nowMs: T0 };
  const { state: _state, ...which } = infusion;
  const stopped = { command: append(entry('infusion-stop', which)), nowMs: T0 };
  expect(sign(...under({}), started)).toMatchObject({
    missing: ['An infusion was never stopped. Record its stop.'],
  });
  expect(sign(...under({}), started, paused)).toBeNull();
  expect(sign(...under({}), started, stopped)).toBeNull();
});

describe('[SGN-1] each dose outside of what is planned is named with what to write', () => {
  const B = uuid(12);
  const allergic: Told = {
    command: {
      ...steps.start,
      pins: {
        ...pins,
        patient: { ...pins.patient, allergies: { status: 'known', items: ['Ketamine (rash)'] } },
      },
    },
    nowMs: T0,
  };
  test.each([
    [
      'sooner than the interval',
      'dose-interval',
      '9 min after the dose before, limit 10 min',
      [...under({ minimumIntervalMinutes: 10 }), dose(0, 20), dose(9, 20, { id: B })],
    ],
    [
      'an anaesthetic amount',
      'dose-range',
      '444.6 mg is an anaesthetic amount, from 444.6 mg',
      [...under({}), dose(0, 444.6, { id: B })],
    ],
    [
      'against an allergy',
      'dose-allergy',
      'Ketamine was given; the record says allergic: Ketamine (rash)',
      [planned, allergic, dose(0, 20, { id: B })],
    ],
    [
      'perhaps the same one twice',
      'dose-twice',
      'Dr Tom Lark recorded this drug within 10 min: separate, or the same one?',
      [...under({}), dose(0, 20, { actor: otherPhysician }), dose(5, 20, { id: B })],
    ],
  ])('%s', (_what, ruleId, sentence, of: Told[]) => {
    expect(sign(...of)).toMatchObject({
      refused: 'open-items',
      missing: [`${sentence}. Say why in the outcome of its notice.`],
    });
    expect(sign(...of, saw(20, `${ruleId}:${B}`, { outcome: 'As intended.' }))).toBeNull();
  });
});

test('[SGN-1] an infusion that begins in this very moment has given nothing that is open', () => {
  const starts = entry('infusion-start', {
    infusionId: uuid(7),
    drug: 'ondansetron',
    state: 'already-given',
    rateMgPerHour: 1,
  });
  const { state } = given(...under({}), { command: append(starts), nowMs: T0 });
  expect(openBeforeSigning(state, T0)).toEqual([]);
  expect(openBeforeSigning(state, T0 + MINUTE)).toEqual(['An infusion was never stopped. Record its stop.']);
});

describe('[SGN-2] before signing it is said what is open', () => {
  const B = uuid(12);
  const look = (...told: Told[]) => signOffOf(given(...told).state, T0 + 140 * MINUTE);

  test('a notice without a value in range and without an outcome; not one that was settled, nor one that stands in the way', () => {
    const high = set(5, { systolic: 190, diastolic: 100 }, { id: B });
    expect(look(...under({ ceilingMg: 30 }), high, dose(6, 40, { id: A }), end)).toMatchObject({
      doses: [{ id: `dose-ceiling:${A}` }],
      notices: expect.arrayContaining([expect.objectContaining({ id: `bp-high:${B}` })]),
    });
    const told = saw(8, `bp-high:${B}`, { outcome: 'Cuff was too small.' });
    expect(look(...under({}), high, told, end).notices).toEqual([]);
    expect(look(...under({}), high, set(9, { systolic: 120, diastolic: 80 }), end).notices).toEqual([]);
  });

  test('a set that came late, with the reason that somebody wrote, and one that never came', () => {
    const session = [...under({ vitalsAtMinutes: [10, 30] }), dose(0, 40), set(16, { heartRate: 80 })];
    const over = { ...end, nowMs: T0 + 40 * MINUTE };
    const [late, never] = [`vitals-due:${at(10)}`, `vitals-due:${at(30)}`];
    const dueMs = (minute: number) => T0 + minute * MINUTE;
    expect(look(...session, over).lateSets).toEqual([
      { noticeId: late, dueMs: dueMs(10), takenMs: dueMs(16), reason: null },
      { noticeId: never, dueMs: dueMs(30), takenMs: null, reason: null },
    ]);
    const told = saw(39, late, { outcome: 'Client asleep.' });
    expect(look(...session, told, over).lateSets.map(({ reason }) => reason)).toEqual([
      'Client asleep.',
      null,
    ]);
  });

  test('what going home still asks for, once something was given; and whose part is missing', () => {
    expect(look(...under({}), end).goingHome).toEqual([]);
    const { goingHome, partsMissing } = look(...under({}), dose(0, 40), end);
    expect(goingHome.map(({ key }) => key)).toContain('pressure-steady');
    expect(partsMissing).toEqual([
      { role: 'physician', people: [{ id: physician.id, name: physician.name }] },
      { role: 'therapist', people: [{ id: expect.any(String), name: 'Jonas Reed' }] },
    ]);
  });
});
