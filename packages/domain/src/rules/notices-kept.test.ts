import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import {
  at,
  cosigned,
  ended,
  type Given,
  given,
  MINUTE,
  signed,
  T0,
  uuid,
} from '../session/given.test-support.ts';
import { standing } from '../session/select.ts';
import { dose, saw, set, symptom, under } from './notices.test-support.ts';
import { noticesOf, RULES_VERSION } from './notices.ts';

/** Something of every rule that a number decides; what is dear to each is answered, so that it can be signed. */
const eventful = [
  ...under({ ceilingMg: 80, minimumIntervalMinutes: 30 }),
  set(1, { systolic: 152, diastolic: 84, heartRate: 96, spo2: 98 }, { id: uuid(711) }),
  dose(5, 40, { id: uuid(700) }),
  set(12, { systolic: 164, diastolic: 98, heartRate: 112, spo2: 93 }, { id: uuid(712) }),
  set(17, { systolic: 184, diastolic: 111, heartRate: 133, respiratoryRate: 7, moaas: 3 }, { id: uuid(717) }),
  symptom(18, 'headache', { id: uuid(718) }),
  saw(19, `bp-high:${uuid(712)}`),
  set(40, { systolic: 96, diastolic: 58, spo2: 89 }, { id: uuid(740) }),
  dose(45, 70, { id: uuid(745) }),
  saw(46, `dose-ceiling:${uuid(745)}`, { outcome: 'Asked for by the physician in the room.' }),
  set(80, { moaas: 4 }, { id: uuid(780) }),
] as const;
const upTo = (session: Given, minute: number) => noticesOf(session.state, T0 + minute * MINUTE);

describe('[NTC-11] A signature keeps the notices as they stood', () => {
  const before = given(...eventful, ended);
  const both = given(...eventful, ended, signed, cosigned);

  test('with the version of the rules, in each signature', () => {
    const [first, second] = standing(both.state, 'signed');
    expect(first?.data.rulesVersion).toBe(RULES_VERSION);
    expect(first?.data.notices).toEqual(upTo(before, 140));
    expect(second?.data.notices).toEqual(upTo(before, 150));
    expect(upTo(before, 140).length).toBeGreaterThan(8);
  });

  test('and the signed record shows those, whenever it is looked at and whatever rules say then', () => {
    expect(upTo(both, 150)).toEqual(upTo(before, 150));
    expect(upTo(both, 100_000)).toEqual(upTo(before, 150));
    const [kept] = standing(both.state, 'signed').filter(({ data }) => data.locks);
    const other = [{ ...upTo(before, 150)[0], id: 'bp-high:of-earlier-rules' }];
    const state = {
      ...both.state,
      items: both.state.items.replace((kept?.seq ?? 0) - 1, {
        ...(kept?.item as never as object),
        data: { ...kept?.data, notices: other },
      } as never),
    };
    expect(noticesOf(state, T0).map(({ id }) => id)).toEqual(['bp-high:of-earlier-rules']);
  });

  test('one signature of two keeps the record open: its notices are still those of the rules', () => {
    const one = given(...eventful, ended, signed);
    expect(upTo(one, 100)).toEqual(upTo(before, 100));
    expect(upTo(one, 100)).not.toEqual(upTo(one, 140));
  });

  test('rules that show something else have another version', () => {
    const session = given(...eventful, ended);
    const moments = [6, 13, 18, 30, 41, 47, 90, 131].map((minute) =>
      upTo(session, minute).map(({ id, priority, facts, settled, shown }) => ({
        id,
        priority,
        facts,
        settled,
        shown,
      })),
    );
    const fingerprint = createHash('sha256').update(canonicalJson(moments)).digest('hex').slice(0, 16);
    expect({ version: RULES_VERSION, fingerprint }).toEqual({ version: 1, fingerprint: 'b8e745e811ce4879' });
  });
});

test('a record signed before notices were kept shows what the rules raise now', () => {
  const both = given(...eventful, ended, signed, cosigned);
  const items = standing(both.state, 'signed').reduce((all, { seq, item, data }) => {
    const { notices: _, rulesVersion: __, ...old } = data;
    return all.replace(seq - 1, { ...item, data: old });
  }, both.state.items);
  expect(noticesOf({ ...both.state, items }, Date.parse(at(200))).length).toBeGreaterThan(8);
});
