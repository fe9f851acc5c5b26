import { describe, expect, test } from 'vitest';
import { checkRows } from '../checklist/catalog.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import { isRefusal } from '../refusals.ts';
import { under } from '../rules/notices.test-support.ts';
import { APPROVAL_MS, type Approval } from './approval.ts';
import { decide } from './decide.ts';
import {
  append,
  entry,
  given,
  nurse,
  otherPhysician,
  physician,
  SESSION,
  T0,
  type Told,
  uuid,
} from './given.test-support.ts';

const [APPROVAL, OTHER] = [uuid(710), uuid(711)] as const;
const good: Approval = {
  id: APPROVAL,
  sessionId: SESSION,
  personId: nurse.id,
  askedById: physician.id,
  drug: 'ketamine',
  micrograms: 40_000,
  route: 'im',
  atMs: T0,
};
/** Nothing but the second person stands in the way. */
const asks = (secondPerson: ProtocolPlan['secondPerson'], more: Partial<ProtocolPlan> = {}): Told[] => {
  const off = Object.fromEntries(checkRows.map(({ key }) => [key, 'off' as const]));
  return under({ secondPerson, checklist: off, hold: {}, ...more });
};
const calm = { command: append(entry('vital-signs', { systolic: 120, diastolic: 70 })), nowMs: T0 };
const dose = (data: object = {}) =>
  entry('dose', { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, ...data } as never);

function decided(
  told: readonly Told[],
  sent: ReturnType<typeof dose>,
  approval: Approval | null = good,
  { nowMs = T0 + 1000, actor = physician } = {},
) {
  const { state } = given(...told);
  const approvals = new Map(approval === null ? [] : [[approval.id, approval]]);
  const known = new Map();
  const outcome = decide(append(sent), state, { sessionId: SESSION, actor, nowMs, known, approvals });
  return isRefusal(outcome) ? outcome : null;
}

describe('[APR-1] when a second person confirms', () => {
  test('every dose, doses outside of limits, or none', () => {
    const wanted = {
      refused: 'override-needed',
      field: 'entries[0].data.approvalId',
      detail: 'This protocol asks a second person to confirm with their PIN. Nothing was stored.',
    };
    expect(decided([...asks('every-dose'), calm], dose())).toMatchObject(wanted);
    expect(decided([...asks('outside-limits'), calm], dose())).toBeNull();
    const over = { overrideReason: 'Asked for it.' };
    expect(decided([...asks('outside-limits', { ceilingMg: 39 }), calm], dose(over))).toMatchObject(wanted);
    expect(decided([...asks('never', { ceilingMg: 39 }), calm], dose(over))).toBeNull();
    expect(decided([...asks('every-dose'), calm], dose({ state: 'already-given' }))).toBeNull();
    expect(decided([...asks('every-dose'), calm], dose({ approvalId: APPROVAL }))).toBeNull();
  });
});

describe('[APR-2] what an approval is for', () => {
  const told = [...asks('every-dose'), calm];
  const used = dose({ approvalId: APPROVAL });
  const invalid = (why: string) => ({
    refused: 'approval-invalid',
    field: 'entries[0].data.approvalId',
    detail: `${why} Nothing was stored. Ask the second person again.`,
  });
  const other = invalid('This approval is for another drug, amount or route.');
  const twice = invalid('This approval was used already.');

  test.each<[string, Partial<Approval>, object]>([
    ['another amount', { micrograms: 40_001 }, other],
    ['another drug', { drug: 'esketamine' }, other],
    ['another route', { route: 'iv' }, other],
    ['waste', { route: null }, other],
    [
      'somebody else, who asked for it',
      { askedById: otherPhysician.id },
      invalid('Somebody else asked for this approval.'),
    ],
    ['oneself', { personId: physician.id }, invalid('A second person has to be somebody else.')],
  ])('not for %s', (_what, values, refusal) => {
    expect(decided(told, used, { ...good, ...values })).toMatchObject(refusal);
  });

  test('one that does not exist, or of another session, is not found', () => {
    const missing = { refused: 'not-found', field: 'entries[0].data.approvalId' };
    expect(decided(told, used, null)).toMatchObject(missing);
    expect(decided(told, used, { ...good, sessionId: uuid(1) })).toMatchObject(missing);
    // None of the clinic was found for what is sent.
    expect(given(...told).when(append(used)).refusal).toMatchObject(missing);
  });

  test('two minutes, to the millisecond', () => {
    expect(decided(told, used, good, { nowMs: T0 + APPROVAL_MS })).toBeNull();
    expect(decided(told, used, good, { nowMs: T0 + APPROVAL_MS + 1 })).toMatchObject(
      invalid('This approval is older than 2 minutes.'),
    );
  });

  /** Sent one after the other, each under its approval. */
  function after(
    first: readonly ReturnType<typeof dose>[],
    sent: ReturnType<typeof dose>,
    route: Approval['route'] = 'im',
  ) {
    const { state } = given(...told);
    const approvals = new Map([APPROVAL, OTHER].map((id) => [id, { ...good, id, route }]));
    const context = { sessionId: SESSION, actor: physician, nowMs: T0 + 1000, known: new Map(), approvals };
    const outcome = decide(append(...first, sent), state, context);
    return isRefusal(outcome)
      ? { refused: outcome.refused, detail: outcome.detail, index: outcome.index }
      : null;
  }
  const usedAlready = { refused: twice.refused, detail: twice.detail };

  test('once', () => {
    const again = dose({ approvalId: APPROVAL });
    expect(after([used], again)).toEqual({ ...usedAlready, index: 1 });
    expect(after([dose({ approvalId: OTHER }), dose({ state: 'already-given' })], used)).toBeNull();
  });

  test('once, also when the dose was corrected or in error since', () => {
    const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 39 };
    const amended = entry('amendment', { entryId: used.id, data, reason: 'Less.' });
    const error = entry('retraction', { entryId: used.id, reason: 'Not given.', anyGiven: false });
    const again = dose({ approvalId: APPROVAL });
    expect(after([used, amended], again)).toEqual({ ...usedAlready, index: 2 });
    expect(after([used, error], again)).toEqual({ ...usedAlready, index: 2 });
  });

  const which = { infusionId: uuid(700), drug: 'ketamine', state: 'about-to-give' } as const;
  const begin = (data: object = {}) =>
    entry('infusion-start', { ...which, rateMgPerHour: 40, ...data } as never);
  const change = (data: object = {}) =>
    entry('infusion-rate', { ...which, rateMgPerHour: 40, ...data } as never);
  const approvalId = APPROVAL;

  test.each([
    ['an infusion started', [], begin],
    ['its rate', [begin({ state: 'already-given' })], change],
  ])('of %s: the rate, in mg an hour, into a vein', (_what, before, sent) => {
    const history = [...told, ...before.map((one) => ({ command: append(one), nowMs: T0 }))];
    const iv = { ...good, route: 'iv' as const };
    expect(decided(history, sent({ approvalId }), iv)).toBeNull();
    expect(decided(history, sent({ approvalId }), good)).toMatchObject(other);
    expect(decided(history, sent({ approvalId, rateMgPerHour: 40.001 }), iv)).toMatchObject(other);
  });

  test.each<[string, Approval['route'], ReturnType<typeof dose>[]]>([
    ['a dose', 'im', [used]],
    ['an infusion that was started', 'iv', [begin({ approvalId })]],
    ['a change of its rate', 'iv', [begin({ state: 'already-given' }), change({ approvalId })]],
    ['waste', null, [entry('waste', { vialId: uuid(720), amountMg: 40, approvalId })]],
  ])('used by %s, then by nothing else', (_what, route, first) => {
    expect(after(first, dose({ approvalId }), route)).toEqual({ ...usedAlready, index: first.length });
  });

  test('of waste: amount without a route', () => {
    const waste = entry('waste', { vialId: uuid(720), amountMg: 40, approvalId: APPROVAL });
    expect(decided(told, waste, { ...good, route: null })).toBeNull();
    expect(decided(told, waste, good)).toMatchObject(other);
    expect(decided(told, waste, { ...good, route: null, micrograms: 39_999 })).toMatchObject(other);
  });
});
