import { describe, expect, test } from 'vitest';
import {
  append,
  at,
  entry,
  given,
  nurse,
  otherPhysician,
  physician,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { asked, give } from './dose-checks.test-support.ts';
import { maybeSame } from './dose-checks.ts';
import { dose, infusion, noticesAt, under } from './notices.test-support.ts';

const [A, B, C] = [uuid(11), uuid(12), uuid(13)] as const;
const byOther = (minute: number, more: object = {}) =>
  dose(minute, 20, { id: A, actor: otherPhysician, ...more });
/** The dose of somebody else that one by the physician at that minute may be. */
const sameAs = (told: Told, minute: number, more: object = {}) =>
  maybeSame(given(...under({}), told).state, asked(minute, 20, more), physician.id)?.id ?? null;

describe('[DOS-17] the same drug by two people within 10 minutes', () => {
  test.each([
    ['the same minute', 20, A],
    ['a second under 10 minutes after it', 30 - 1 / 60, A],
    ['10 minutes after it', 30, null],
    ['a second under 10 minutes before it', 10 + 1 / 60, A],
    ['10 minutes before it', 10, null],
  ])('%s', (_when, minute, same) => {
    expect(sameAs(byOther(20), minute)).toBe(same);
  });

  test('of another drug, by oneself, or an infusion, it is not the same', () => {
    expect(sameAs(byOther(20), 20, { drug: 'esketamine' })).toBeNull();
    expect(sameAs(dose(20, 20, { id: A, actor: physician }), 20)).toBeNull();
    expect(sameAs(infusion(20, 30, { id: A, actor: otherPhysician }), 20)).toBeNull();
  });

  test('a drug outside the list is the same by its name', () => {
    const other = { data: { drug: 'other', drugName: 'Cefazolin' } };
    expect(sameAs(byOther(20, other), 20, { drug: 'other', drugName: 'Cefazolin' })).toBe(A);
    expect(sameAs(byOther(20, other), 20, { drug: 'other', drugName: 'Dexamethasone' })).toBeNull();
  });

  test('of two that may be it, the later one is asked about', () => {
    const told = [byOther(14), dose(12, 20, { id: B, actor: otherPhysician, enteredAt: 15 })];
    expect(maybeSame(given(...under({}), ...told).state, asked(16), physician.id)?.id).toBe(A);
  });
});

describe('[DOS-17] about to be given, whoever comes second says that it is another one', () => {
  const ondansetron = { drug: 'ondansetron', route: 'iv', amountMg: 4 };
  const session = given(...under({}), byOther(0, { data: { drug: 'ondansetron', route: 'iv' } }));
  const wanted = { refused: 'maybe-same-dose', field: 'entries[0].data.separateFrom' };

  test('from the first second under 10 minutes, of any drug', () => {
    expect(give(session, 9.99, ondansetron)).toMatchObject(wanted);
    expect(give(session, 10, ondansetron)).toBeNull();
    expect(give(session, 5, ondansetron, otherPhysician)).toBeNull();
  });

  test('said so, it is taken; of another dose than that one, it is not', () => {
    expect(give(session, 5, { ...ondansetron, separateFrom: A })).toBeNull();
    const twoDoses = given(
      ...under({}),
      byOther(0, { data: { drug: 'ondansetron', route: 'iv' } }),
      dose(1, 4, { id: B, data: { drug: 'midazolam', route: 'iv' } }),
    );
    expect(give(twoDoses, 5, { ...ondansetron, separateFrom: B })).toMatchObject(wanted);
  });

  test('an infusion is never taken for the dose of somebody else', () => {
    const data = { infusionId: uuid(700), drug: 'ondansetron', state: 'about-to-give', rateMgPerHour: 4 };
    const started = append(entry('infusion-start', data as never, { happenedAt: at(5) }));
    expect(session.when(started, physician, T0 + 5 * 60_000).refusal).toBeNull();
  });
});

describe('[DOS-17] given already, it is High until somebody says which', () => {
  const twice = (...told: Told[]) =>
    [...noticesAt(given(...under({}), ...told), 20).values()]
      .filter(({ ruleId }) => ruleId === 'dose-twice')
      .map(({ entryId, priority, facts }) => ({ entryId, priority, facts }));
  const says = (entryId: string, otherId: string, by: string) => ({
    entryId,
    priority: 'high',
    facts: { type: 'dose-twice', otherId, by },
  });

  test('on the one that was recorded second, whichever was given first', () => {
    expect(twice(byOther(0), dose(5, 20, { id: B }))).toEqual([says(B, A, 'Dr Tom Lark')]);
    expect(twice(byOther(5), dose(0, 20, { id: B, enteredAt: 6 }))).toEqual([says(B, A, 'Dr Tom Lark')]);
  });

  test('said that it is another one, it is not raised', () => {
    expect(twice(byOther(0), dose(5, 20, { id: B, data: { separateFrom: A } }))).toEqual([]);
    const ofAnother = dose(5, 20, { id: C, data: { separateFrom: B } });
    expect(twice(dose(0, 4, { id: B, data: { drug: 'midazolam' } }), byOther(1), ofAnother)).toEqual([
      says(C, A, 'Dr Tom Lark'),
    ]);
  });

  test('three in a row: each is asked about those recorded before it', () => {
    const byNurse = dose(4, 20, { id: B, actor: nurse, data: { orderedById: physician.id } });
    expect(twice(byOther(0), byNurse, byOther(8, { id: C }))).toEqual([
      says(C, B, 'Mira Sand'),
      says(B, A, 'Dr Tom Lark'),
    ]);
  });

  test('an infusion beside the dose of somebody else raises nothing', () => {
    expect(twice(byOther(0), infusion(5, 30, { id: B }))).toEqual([]);
  });
});
