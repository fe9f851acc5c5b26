import { expect, test } from 'vitest';
import {
  append,
  entry,
  given,
  MINUTE,
  physician,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { dose, saw, under } from './notices.test-support.ts';

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
