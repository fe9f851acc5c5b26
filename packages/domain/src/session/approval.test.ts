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

const APPROVAL = uuid(710);
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
    const wanted = { refused: 'override-needed', field: 'entries[0].data.approvalId' };
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
  const invalid = { refused: 'approval-invalid', field: 'entries[0].data.approvalId' };

  test.each<[string, Partial<Approval>]>([
    ['another amount', { micrograms: 40_001 }],
    ['another drug', { drug: 'esketamine' }],
    ['another route', { route: 'iv' }],
    ['waste', { route: null }],
    ['somebody else, who asked for it', { askedById: otherPhysician.id }],
    ['oneself', { personId: physician.id }],
  ])('not for %s', (_what, other) => {
    expect(decided(told, used, { ...good, ...other })).toMatchObject(invalid);
  });

  test('one that does not exist, or of another session, is not found', () => {
    const missing = { refused: 'not-found', field: 'entries[0].data.approvalId' };
    expect(decided(told, used, null)).toMatchObject(missing);
    expect(decided(told, used, { ...good, sessionId: uuid(1) })).toMatchObject(missing);
  });

  test('two minutes, to the millisecond', () => {
    expect(decided(told, used, good, { nowMs: T0 + APPROVAL_MS })).toBeNull();
    expect(decided(told, used, good, { nowMs: T0 + APPROVAL_MS + 1 })).toMatchObject(invalid);
  });

  test('once, also when the dose was corrected since', () => {
    const { state } = given(...told);
    const approvals = new Map([[APPROVAL, good]]);
    const context = { sessionId: SESSION, actor: physician, nowMs: T0 + 1000, known: new Map(), approvals };
    const twice = append(dose({ approvalId: APPROVAL }), dose({ approvalId: APPROVAL }));
    expect(decide(twice, state, context)).toMatchObject({
      ...invalid,
      field: 'entries[1].data.approvalId',
      index: 1,
    });
  });

  test('of waste: amount without a route', () => {
    const waste = entry('waste', { vialId: uuid(720), amountMg: 40, approvalId: APPROVAL });
    expect(decided(told, waste, { ...good, route: null })).toBeNull();
    expect(decided(told, waste, good)).toMatchObject(invalid);
  });
});
