import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, doseGiven, entry, inSession, physician, recorded } from './given.test-support.ts';
import { remembered } from './remembered.ts';
import { lastUntil, standing } from './select.ts';

describe('what is worked out once', () => {
  test('given the same object, when asked twice, then the work is done once; another object has its own answer', () => {
    let asked = 0;
    const ask = remembered((of: { readonly name: string }) => `${of.name} ${++asked}`);
    const [one, other] = [{ name: 'one' }, { name: 'one' }];
    expect([ask(one), ask(one), ask(other), ask(one)]).toEqual(['one 1', 'one 1', 'one 2', 'one 1']);
  });

  test('given work without an answer, when asked twice, then it is done once all the same', () => {
    let asked = 0;
    const ask = remembered((_of: object) => {
      asked += 1;
    });
    const one = {};
    ask(one);
    ask(one);
    expect(asked).toBe(1);
  });

  test('given a retraction, when doses are asked for, then they are one less, and the state before it has what it had', () => {
    const one = doseGiven();
    const before = inSession(recorded(physician, one));
    expect(standing(before.state, 'dose')).toHaveLength(1);
    const { state } = before.when(
      append(entry('retraction', { entryId: one.id, reason: 'Not given.', anyGiven: false })),
    );
    expect(standing(state, 'dose')).toHaveLength(0);
    expect(standing(before.state, 'dose')).toHaveLength(1);
  });

  test('given an amendment, when doses are asked for, then it says the new amount, and the state before it the old one', () => {
    const one = doseGiven({ amountMg: 40 });
    const before = inSession(recorded(physician, one));
    const amounts = (session: typeof before.state) =>
      standing(session, 'dose').map(({ data }) => data.amountMg);
    expect(amounts(before.state)).toEqual([40]);
    const { state } = before.when(
      append(
        entry('amendment', {
          entryId: one.id,
          data: { ...one.data, amountMg: 25 },
          reason: 'Mistyped.',
        } as never),
      ),
    );
    expect(amounts(state)).toEqual([25]);
    expect(amounts(before.state)).toEqual([40]);
  });

  test('given an entry of another kind, when doses are asked for again, then they are the same objects', () => {
    const before = inSession(recorded(physician, doseGiven()));
    const { state } = before.when(append(entry('adverse-event', { term: 'nausea', grade: 1 } as never)));
    expect(standing(state, 'dose')[0]).toBe(standing(before.state, 'dose')[0]);
  });
});

describe('where a moment lies in a list by time', () => {
  test('given any list, then it is the last that is not after it', () => {
    const times = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 });
    fc.assert(
      fc.property(times, fc.integer({ min: -1, max: 51 }), (all, moment) => {
        const sorted = all.sort((a, b) => a - b);
        expect(lastUntil(sorted, moment, (ms) => ms)).toBe(sorted.findLastIndex((ms) => ms <= moment));
      }),
      { seed: 20261124 },
    );
  });
});
