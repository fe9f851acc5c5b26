import { describe, expect, test } from 'vitest';
import {
  append,
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
import { dose, saw, under } from './notices.test-support.ts';
import { openBeforeSigning } from './sign-off.ts';

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
