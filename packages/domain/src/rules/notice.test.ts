import { describe, expect, test } from 'vitest';
import {
  anyOf,
  append,
  at,
  MINUTE,
  nurse,
  physician,
  T0,
  therapist,
  uuid,
} from '../session/given.test-support.ts';
import { noticesAt, saw, session, set, shownAt } from './notices.test-support.ts';

const [A, B, _C, _D] = [uuid(11), uuid(12), uuid(13), uuid(14)] as const;
const high = { systolic: 164, diastolic: 98 };
const calm = { systolic: 128, diastolic: 80 };

describe('[NTC-3] condition and Seen are two facts', () => {
  test('Seen by a physician keeps it on the bar until a value is in range', () => {
    const seen = session(set(10, high, { id: A }), saw(11, `bp-high:${A}`));
    expect(noticesAt(seen, 12).get(`bp-high:${A}`)).toMatchObject({
      shown: true,
      quiet: true,
      settled: null,
    });
    const over = session(set(10, high, { id: A }), saw(11, `bp-high:${A}`), set(14, calm, { id: B }));
    expect(noticesAt(over, 14).get(`bp-high:${A}`)).toMatchObject({
      shown: false,
      settled: { how: 'value', atMs: T0 + 14 * MINUTE, outcome: null },
    });
  });

  test('[VIT-3] a reading over the limit stays noticed until it is seen, even if the next one is normal', () => {
    const over = session(set(10, high, { id: A }), set(14, calm, { id: B }));
    expect(shownAt(over, 60)).toEqual([`bp-high:${A}`]);
  });

  test('a written outcome settles it', () => {
    const told = session(
      set(10, high, { id: A }),
      saw(12, `bp-high:${A}`, { outcome: 'Resting, no symptoms.' }),
    );
    expect(noticesAt(told, 12).get(`bp-high:${A}`)).toMatchObject({
      shown: false,
      quiet: true,
      settled: { how: 'outcome', atMs: T0 + 12 * MINUTE, outcome: 'Resting, no symptoms.' },
    });
  });

  test('what came first settled it', () => {
    const told = session(
      set(10, high, { id: A }),
      set(11, calm, { id: B }),
      saw(12, `bp-high:${A}`, { outcome: 'Down again.' }),
    );
    expect(noticesAt(told, 12).get(`bp-high:${A}`)?.settled?.how).toBe('value');
  });

  test('amended into range, it was never outside; entered in error, neither', () => {
    const amended = {
      command: append({
        ...anyOf('amendment', A),
        data: { entryId: A, data: { systolic: 146, diastolic: 90 }, reason: 'Mistyped.' },
      } as never),
      nowMs: T0 + 12 * MINUTE,
    };
    expect(noticesAt(session(set(10, high, { id: A }), amended), 12).size).toBe(0);
    const retracted = { command: append(anyOf('retraction', A)), nowMs: T0 + 12 * MINUTE };
    expect(noticesAt(session(set(10, high, { id: A }), retracted), 12).size).toBe(0);
  });
});

describe('[NTC-4] only a physician’s or nurse’s Seen ends the repeat', () => {
  test.each([
    ['physician', physician, true],
    ['nurse', nurse, true],
    ['therapist', therapist, false],
  ])('%s', (_, actor, quiet) => {
    const seen = session(set(10, high, { id: A }), saw(11, `bp-high:${A}`, { actor }));
    const notice = noticesAt(seen, 12).get(`bp-high:${A}`);
    expect(notice?.quiet).toBe(quiet);
    expect(notice?.seen).toEqual([{ by: actor, at: at(11), reason: null }]);
  });

  test('after a worsening it is to be seen anew', () => {
    const again = session(
      set(10, high, { id: A }),
      saw(11, `bp-high:${A}`),
      set(14, { systolic: 184, diastolic: 98 }, { id: B }),
    );
    expect(noticesAt(again, 14).get(`bp-high:${B}`)).toMatchObject({ quiet: false, shown: true });
  });
});

describe('[NTC-6] a High that nobody rechecks', () => {
  const over = { systolic: 184, diastolic: 98 };
  const id = `bp-high:${A}`;
  const raisedAfter = (told: ReturnType<typeof session>, minute: number) =>
    ((noticesAt(told, minute).get(id)?.raisedMs ?? 0) - T0) / MINUTE;

  test('is raised again after 5 minutes, and after 5 more, although nothing worsened', () => {
    const told = session(set(10, over, { id: A }), saw(11, id));
    expect(raisedAfter(told, 14.9)).toBe(10);
    expect(noticesAt(told, 14.9).get(id)?.quiet).toBe(true);
    expect(raisedAfter(told, 15)).toBe(15);
    expect(noticesAt(told, 15).get(id)?.quiet).toBe(false);
    expect(raisedAfter(told, 21)).toBe(20);
  });

  test('a recheck puts it off, however high; what was raised meanwhile is still to be seen', () => {
    const told = session(set(10, over, { id: A }), saw(11, id), set(14, over, { id: B }));
    expect(raisedAfter(told, 18.9)).toBe(10);
    expect(raisedAfter(told, 19)).toBe(19);
    const late = session(set(10, over, { id: A }), saw(11, id), set(16, over, { id: B }));
    expect(raisedAfter(late, 17)).toBe(15);
    expect(noticesAt(late, 17).get(id)?.quiet).toBe(false);
  });

  test('an outcome or a value in range ends it; Medium is never raised by the clock', () => {
    expect(
      raisedAfter(session(set(10, over, { id: A }), saw(12, id, { outcome: 'Given labetalol.' })), 60),
    ).toBe(10);
    expect(raisedAfter(session(set(10, over, { id: A }), set(13, calm)), 60)).toBe(10);
    expect(raisedAfter(session(set(10, high, { id: A })), 60)).toBe(10);
  });

  test('entered late it counts from when it was known', () => {
    expect(raisedAfter(session(set(10, over, { id: A, enteredAt: 18 })), 19)).toBe(18);
  });
});

describe('[NTC-8] an unseen High calls for others', () => {
  const over = { systolic: 184, diastolic: 98 };
  const id = `bp-high:${A}`;
  test.each([
    [10.9, 0],
    [11, 1],
    [11.9, 1],
    [12, 2],
  ])('at minute %d after one raised at 10: %d', (minute, escalation) => {
    expect(noticesAt(session(set(10, over, { id: A })), minute).get(id)?.escalation).toBe(escalation);
  });

  test('a therapist’s Seen changes nothing, a nurse’s ends it; Medium never does', () => {
    const by = (actor: typeof nurse) => session(set(10, over, { id: A }), saw(10.5, id, { actor }));
    expect(noticesAt(by(therapist), 12).get(id)?.escalation).toBe(2);
    expect(noticesAt(by(nurse), 12).get(id)?.escalation).toBe(0);
    expect(noticesAt(session(set(10, high, { id: A })), 30).get(id)?.escalation).toBe(0);
  });
});
