import { expect, test } from 'vitest';
import { dose, set, under } from '../rules/notices.test-support.ts';
import { noticesOf } from '../rules/notices.ts';
import { CLOSE_AFTER_MS } from './decide-close.ts';
import {
  append,
  ended,
  entry,
  given,
  lead,
  physician,
  reach,
  signed,
  steps,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';

const END = ended.nowMs as number;
const close = (leftIds: readonly string[] = []) =>
  ({ type: 'close', id: uuid(950), reason: 'Dr Fell left the clinic.', leftIds }) as const;

test('[SGN-3] a lead does not close what somebody who works here can still sign', () => {
  const session = given(...reach.ended.told);
  expect(session.when(close(), lead).refusal).toMatchObject({
    refused: 'signer-is-here',
    missing: ["Dr Ada Fell can sign the physician's part.", "Jonas Reed can sign the therapist's part."],
  });
  expect(session.when(close([physician.id]), lead).refusal).toMatchObject({
    missing: ["Jonas Reed can sign the therapist's part."],
  });
  expect(given(...reach.ended.told, signed).when(close([therapist.id]), lead).refusal).toBeNull();
});

test('[MEA-2] nothing is closed while an answer about being better off dead waits for an outcome', () => {
  const session = given(...reach.ended.told);
  const everyoneLeft = close([physician.id, therapist.id]);
  expect(session.when({ ...everyoneLeft, safetyOpen: true }, lead).refusal?.refused).toBe('safety-open');
  expect(session.when({ ...everyoneLeft, safetyOpen: false }, lead).refusal).toBeNull();
});

test('[SGN-3] what was planned without a physician can be signed by any of the clinic', () => {
  const start = { ...steps.start, pins: { ...steps.start.pins, team: [] } };
  const [plan] = reach.ended.told;
  const session = given(plan as never, { command: start, nowMs: T0 }, ended);
  expect(session.when(close(), lead).refusal?.missing).toEqual([
    "Any physician of the clinic can sign the physician's part.",
  ]);
});

test('[SGN-3] a week after the end nobody waits any more', () => {
  const session = given(...reach.ended.told);
  expect(session.when(close(), lead, END + CLOSE_AFTER_MS - 1).refusal?.refused).toBe('signer-is-here');
  expect(session.when(close(), lead, END + CLOSE_AFTER_MS).refusal).toBeNull();
});

test('[SGN-3] the record is then locked as by a signature; the missing part and what was open stay on it', () => {
  const session = given(
    ...under({ ceilingMg: 30 }),
    set(5, { systolic: 190, diastolic: 100 }),
    dose(10, 40, { id: uuid(11) }),
    {
      command: append(entry('note', { text: 'She slept.', category: 'noticed' })),
      actor: therapist,
      nowMs: T0,
    },
    ended,
  );
  const { state, refusal } = session.when(close([physician.id, therapist.id]), lead, END + 1000);
  expect(refusal).toBeNull();
  expect(state.status).toBe('signed');
  expect(state.signatures).toEqual([]);
  expect(state.closed).toMatchObject({
    by: { name: lead.name },
    missing: [
      { role: 'physician', names: ['Dr Ada Fell'] },
      { role: 'therapist', names: ['Jonas Reed'] },
    ],
    open: ['Total 40 mg, ceiling 30 mg. Say why in the outcome of its notice.'],
    coversSeq: session.state.lastSeq,
    coversHash: session.state.lastHash,
  });
  // As with a signature: rules of a later day do not rewrite it.
  expect(noticesOf(state, END + 100 * CLOSE_AFTER_MS)).toEqual(noticesOf(session.state, END + 1000));
});

test('[SGN-3] only a session that has ended, only by a lead, and a retry is the same act', () => {
  for (const status of ['planned', 'in-progress'] as const)
    expect(given(...reach[status].told).when(close(), lead).refusal?.refused).toBe('open-items');
  expect(given(...reach.signed.told).when(close(), lead).refusal?.refused).toBe('session-signed');
  expect(given(...reach.cancelled.told).when(close(), lead).refusal?.refused).toBe('session-cancelled');
  const left = close([physician.id, therapist.id]);
  expect(given(...reach.ended.told).when(left, physician).refusal?.refused).toBe('role-may-not');
  const closed = given(...reach.ended.told, { command: left, actor: lead });
  expect(closed.when(left, lead).knownIds).toEqual([left.id]);
  expect(closed.when({ ...left, reason: 'Other.' }, lead).refusal?.refused).toBe('entry-id-reused');
});
