import { expect, test } from 'vitest';
import type { ProtocolPlan } from '../protocol/plan.ts';
import { dose, set, under } from '../rules/notices.test-support.ts';
import {
  append,
  at,
  cosigned,
  ended,
  entry,
  given,
  MINUTE,
  physician,
  pins,
  signed,
  T0,
  type Told,
} from '../session/given.test-support.ts';
import { protocolTrial } from './protocol-trial.ts';

const event = (minute: number, grade: 1 | 2 | 3): Told => ({
  command: append(entry('adverse-event', { term: 'nausea', grade }, { happenedAt: at(minute) })),
  actor: physician,
  nowMs: T0 + minute * MINUTE,
});
const stricter = {
  ...(pins.protocol.data as ProtocolPlan),
  limits: { systolic: { medium: { high: 140 }, high: { high: 180 } } },
} as ProtocolPlan;

const told = [
  ...under({}),
  set(-5, { systolic: 120, diastolic: 80 }, { enteredAt: 0 }),
  dose(0, 40),
  set(10, { systolic: 145, diastolic: 85 }),
  event(20, 2),
  set(40, { systolic: 150, diastolic: 85 }),
  event(80, 3),
  event(12, 1),
];

test('[TRY-1] a lower limit raises more, and says before which graded events it would have been a warning', () => {
  const trial = protocolTrial(given(...told, ended).state, stricter);
  const own = protocolTrial(given(...told, ended).state, pins.protocol.data as ProtocolPlan);
  expect(own?.own).toEqual(own?.draft);
  expect(trial?.own).toEqual(own?.own);
  expect((trial?.draft.medium ?? 0) - (trial?.own.medium ?? 0)).toBeGreaterThan(0);
  const limits = trial?.events.map(({ grade, warnedDraft }) => [grade, warnedDraft]);
  expect(limits?.[0]).toEqual([2, true]);
  expect(trial?.events).toHaveLength(2);
});

test('[TRY-1] a signed session is tried like one that is not: what was kept at its signature does not answer', () => {
  const open = protocolTrial(given(...told, ended).state, stricter);
  expect(protocolTrial(given(...told, ended, signed, cosigned).state, stricter)).toEqual(open);
});

test('[TRY-1] what was never started has nothing to try', () => {
  expect(protocolTrial(given(under({})[0] as Told).state, stricter)).toBeNull();
});
