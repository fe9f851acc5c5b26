import { describe, expect, test } from 'vitest';
import { checkRows } from '../checklist/catalog.ts';
import { calm, give, ready } from '../rules/dose-checks.test-support.ts';
import { dose, infusion, set, under } from '../rules/notices.test-support.ts';
import {
  given,
  nurse,
  otherPhysician,
  physician,
  pins,
  planned,
  steps,
  T0,
  uuid,
} from './given.test-support.ts';

const A = uuid(11);
const off = Object.fromEntries(checkRows.map(({ key }) => [key, 'off' as const]));

describe('[DOS-13] what is said of a dose that waits', () => {
  test('every reason in one sentence, that nothing was stored, and who may go on', () => {
    const session = given(...under({ checklist: { ...off, consent: 'block' } }));
    const open = 'Not settled yet: Consent is signed and current.';
    const held = 'Held: no pressure of the last 15 min.';
    expect(give(session, 0)).toMatchObject({
      refused: 'override-needed',
      field: 'entries[0].data.overrideReason',
      detail: `${open} ${held} Nothing was stored. A physician may go on with a reason.`,
      missing: [open, held],
    });
    expect(give(session, 0, { overrideReason: 'Urgent.' })).toBeNull();
  });

  test('a nurse is told whose reason it takes', () => {
    const ordered = { overrideReason: 'Urgent.', orderedById: physician.id };
    expect(give(given(...ready(set(-4, calm))), 0, ordered, nurse)).toMatchObject({
      refused: 'role-may-not',
      field: 'entries[0].data.overrideReason',
      detail:
        'A physician gives the reason for a dose outside the limits. Nothing was stored. Ask one to record it.',
    });
    expect(give(given(...ready()), 0, { ...ordered, state: 'already-given' }, nurse)).toMatchObject({
      refused: 'role-may-not',
    });
  });

  test('recorded with a network it waits, whatever else is known of the device', () => {
    const session = given(...under({}));
    expect(give(session, 0, {}, physician, { offline: false })).toMatchObject({ refused: 'override-needed' });
    expect(give(session, 0, {}, physician, { lateReason: 'Hands were full.' })).toMatchObject({
      refused: 'override-needed',
    });
    expect(give(session, 0, {}, physician, { offline: true })).toBeNull();
  });
});

describe('[DOS-15] an anaesthetic amount', () => {
  const session = given(...under({ checklist: off }), set(-4, calm));
  const theatre = { amountMg: 444.6, overrideReason: 'Theatre.' };

  test('is asked for once more, as it was typed again', () => {
    expect(give(session, 0, theatre)).toMatchObject({
      refused: 'override-needed',
      field: 'entries[0].data.amountAgainMg',
      detail:
        'This is an anaesthetic amount. Nothing was stored. Send it once more in `amountAgainMg`, as it was typed again.',
    });
    expect(give(session, 0, { ...theatre, amountAgainMg: 444.6 })).toBeNull();
  });

  test('an amount under it is not, also where another reason is needed', () => {
    const over = given(...under({ ceilingMg: 400, checklist: off }), set(-4, calm));
    expect(give(over, 0, { amountMg: 444.599, overrideReason: 'Theatre.' })).toBeNull();
  });

  test('copied from paper, it is taken as it stands there', () => {
    const start = { ...steps.start, startedAt: '2026-11-24T01:00:00.000Z', reason: 'From paper.', pins };
    expect(give(given(planned, { command: start, nowMs: T0 }), 0, { amountMg: 444.6 })).toBeNull();
  });
});

describe('[DOS-18] a dose that another one refers to', () => {
  const reason = { overrideReason: 'Booster.' };
  const session = given(
    ...under({}),
    set(-4, calm, { id: uuid(12) }),
    dose(0, 20, { id: A, actor: otherPhysician }),
    infusion(1, 6, { id: uuid(13), actor: otherPhysician }),
  );

  test.each(['boosterOf', 'separateFrom'])('%s is a dose or an infusion of this session', (name) => {
    const apart = { ...reason, separateFrom: A };
    expect(give(session, 12, { ...apart, [name]: A })).toBeNull();
    expect(give(session, 12, { ...reason, [name]: uuid(13) })).toBeNull();
    for (const other of [uuid(12), uuid(99)]) {
      expect(give(session, 12, { ...apart, [name]: other })).toMatchObject({
        refused: 'not-found',
        field: `entries[0].data.${name}`,
      });
    }
  });
});
