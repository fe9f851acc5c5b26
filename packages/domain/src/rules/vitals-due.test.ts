import { describe, expect, test } from 'vitest';
import type { VitalSigns } from '../entries/vital-signs.ts';
import { scheduleOf } from '../protocol/route-schedule.ts';
import {
  anyOf,
  append,
  at,
  ended,
  given,
  MINUTE,
  planned,
  started,
  T0,
  uuid,
} from '../session/given.test-support.ts';
import { dose, set, under } from './notices.test-support.ts';
import { openSlots, vitalsDue, vitalsSlots } from './vitals-due.ts';

const hr = { heartRate: 80 };
const every15 = under({ vitalsEveryMinutes: 15 });
const dueAt = (told: ReturnType<typeof given>, minute: number) => vitalsDue(told.state, T0 + minute * MINUTE);
const starts = (told: ReturnType<typeof given>, minute: number) =>
  vitalsSlots(told.state, T0 + minute * MINUTE).map(({ startMs }) => (startMs - T0) / MINUTE);

describe('[DUE-1] before the first dose', () => {
  test('given no set yet, then one interval after the start', () => {
    expect(dueAt(given(...every15), 0)?.at).toBe(at(15));
  });

  test('given sets entered out of order, then after the one taken last', () => {
    const sets = [set(20, hr, { enteredAt: 60 }), set(10, hr, { enteredAt: 60 })];
    expect(dueAt(given(...every15, ...sets), 60)?.at).toBe(at(35));
  });

  test('given a set entered in error, then it does not count', () => {
    const wrong = { command: append(anyOf('retraction', uuid(77))), nowMs: T0 + 61 * MINUTE };
    const taken = set(20, hr, { id: uuid(77) });
    expect(dueAt(given(...every15, taken, wrong), 61)?.at).toBe(at(15));
  });

  test('given three sets, then after the last of them', () => {
    const sets = [set(5, hr), set(10, hr), set(20, hr)];
    expect(dueAt(given(...every15, ...sets), 21)?.at).toBe(at(35));
  });

  test('it is never late: there is no medicine to be late for', () => {
    expect(dueAt(given(...every15), 300)).toMatchObject({ at: at(15), late: false });
  });

  test('given no interval, not started or ended, then nothing is due', () => {
    expect(dueAt(given(planned, started), 0)).toBeNull();
    expect(dueAt(given(planned), 0)).toBeNull();
    expect(dueAt(given(...every15, ended), 131)).toBeNull();
  });
});

describe('[DUE-2] slots follow the first dose of ketamine or esketamine', () => {
  test.each([
    ['ketamine', 'im', [5, 15, 30, 45, 60, 90, 120]],
    ['ketamine', 'iv', [10, 20, 30, 40, 55, 70, 90, 120]],
    ['ketamine', 'sl', [15, 30, 45, 60, 90, 120]],
    ['ketamine', 'po', [15, 30, 45, 60, 90, 120]],
    ['ketamine', 'in', [15, 30, 45, 60, 90, 120]],
    ['ketamine', 'sc', [15, 30, 45, 60, 90, 120]],
    ['esketamine', 'in', [40, 70, 100]],
  ] as const)('%s %s, then every 30 minutes', (drug, route, expected) => {
    expect(starts(given(planned, started, dose(0, 40, { data: { drug, route } })), 117)).toEqual(expected);
    expect(scheduleOf(drug, route).every((minute) => expected.includes(minute as never))).toBe(true);
  });

  test('after the table at the protocol’s interval, where it has one', () => {
    expect(starts(given(...under({ vitalsEveryMinutes: 20 }), dose(0, 40)), 117)).toEqual([
      5, 15, 30, 45, 60, 80, 100, 120,
    ]);
  });

  test('another drug has none; a booster into the muscle begins anew, a second lozenge does not', () => {
    const ondansetron = dose(0, 4, { data: { drug: 'ondansetron', route: 'iv' } });
    expect(starts(given(planned, started, ondansetron), 60)).toEqual([]);
    expect(starts(given(planned, started, dose(0, 40), dose(12, 20)), 60)).toEqual([5, 17, 27, 42, 57]);
    // A slot at the moment of the booster belongs to the booster.
    expect(starts(given(planned, started, dose(0, 40), dose(15, 20)), 25)).toEqual([5, 20]);
    const lozenge = (minute: number) => dose(minute, 100, { data: { route: 'sl' } });
    expect(starts(given(planned, started, lozenge(0), lozenge(20)), 60)).toEqual([15, 30, 45, 60]);
  });

  test('a slot is there from 3 minutes before its start, and none after the end', () => {
    const told = given(planned, started, dose(0, 40));
    expect(starts(told, 1.9)).toEqual([]);
    expect(starts(told, 2)).toEqual([5]);
    expect(starts(given(planned, started, dose(0, 40), ended), 400).at(-1)).toBe(120);
  });
});

describe('[DUE-3] each set answers the nearest open slot', () => {
  const answered = (sets: readonly number[], minute: number) =>
    vitalsSlots(
      given(planned, started, dose(0, 40), ...sets.map((one) => set(one, hr))).state,
      T0 + minute * MINUTE,
    ).map(({ startMs, answer, passedBy }) => {
      const took = answer === null ? null : (Date.parse(answer.happenedAt) - T0) / MINUTE;
      return `${(startMs - T0) / MINUTE}: ${took ?? (passedBy === null ? 'open' : 'missed')}`;
    });

  test('from 3 minutes before it on', () => {
    expect(answered([1.9], 6)).toEqual(['5: open']);
    expect(answered([2], 6)).toEqual(['5: 2']);
  });

  test('a late one answers one slot, and the one before stays missed', () => {
    expect(answered([13], 16)).toEqual(['5: missed', '15: 13']);
    expect(answered([9], 16)).toEqual(['5: 9', '15: open']);
  });

  test('the nearest counts, the earlier of two as near; one before all of them answers none', () => {
    expect(answered([10], 16)).toEqual(['5: 10', '15: open']);
    expect(answered([12, 28], 31)).toEqual(['5: missed', '15: 12', '30: 28']);
    expect(answered([1, 16], 16)).toEqual(['5: missed', '15: 16']);
    // A set at the very start of a missed slot answers it; only a later one passes it by.
    expect(answered([5, 5.5], 16)).toEqual(['5: 5', '15: open']);
  });

  test('two sets near one slot answer two', () => {
    expect(answered([13, 14], 16)).toEqual(['5: 14', '15: 13']);
  });

  test('a set that says why there is none answers too', () => {
    const refused = set(6, {
      notMeasured: [{ sign: 'bloodPressure', reason: 'Asleep.', outcome: 'deferred' }],
    });
    const [slot] = vitalsSlots(given(planned, started, dose(0, 40), refused).state, T0 + 7 * MINUTE);
    expect(slot?.answer).not.toBeNull();
  });

  test('due is the oldest open slot, late from 5 minutes after its start; then the next to come', () => {
    const told = given(planned, started, dose(0, 40));
    expect(dueAt(told, 1)).toEqual({ at: at(5), window: { from: at(2), to: at(10) }, late: false });
    expect(dueAt(told, 10)?.late).toBe(false);
    expect(dueAt(told, 10.1)).toMatchObject({ at: at(5), late: true });
    expect(dueAt(given(planned, started, dose(0, 40), set(5, hr)), 6)).toMatchObject({
      at: at(15),
      late: false,
    });
    expect(dueAt(given(planned, started, dose(0, 40), set(13, hr)), 16)?.at).toBe(at(30));
  });
});

describe('[DUE-5] a set that was deferred is due again after the minutes it says', () => {
  const late = (minute: number, deferredMinutes: number, data: VitalSigns = {}) =>
    set(minute, {
      ...data,
      notMeasured: [{ sign: 'bloodPressure', reason: 'Asleep.', outcome: 'deferred', deferredMinutes }],
    });
  const after = (...sets: ReturnType<typeof set>[]) => given(planned, started, dose(0, 40), ...sets);

  test('in a slot of its own, at those minutes after it was said', () => {
    const told = after(late(6, 4));
    expect(starts(told, 12)).toEqual([5, 10, 15]);
    expect(dueAt(told, 7)?.at).toBe(at(10));
    expect(starts(told, 6.9)).toEqual([5]);
    expect(starts(told, 7)).toEqual([5, 10]);
  });

  test('late and missed like any other, and answered by one set', () => {
    const told = after(late(6, 2));
    expect(dueAt(told, 13)).toMatchObject({ at: at(8), late: false });
    expect(dueAt(told, 13.1)).toMatchObject({ at: at(8), late: true });
    expect(dueAt(after(late(6, 2), set(8, hr)), 9)?.at).toBe(at(15));
  });

  test('not when another is due at that moment, from 3 minutes before its start to 5 after it', () => {
    expect(starts(after(late(6, 5)), 30)).toEqual([5, 11, 15, 30]);
    expect(starts(after(late(6, 6)), 30)).toEqual([5, 15, 30]);
    expect(starts(after(late(6, 14)), 30)).toEqual([5, 15, 30]);
    expect(starts(after(late(6, 15)), 30)).toEqual([5, 15, 21, 30]);
  });

  test('one that was answered before is not due at that moment', () => {
    // Slot 15 was answered by saying "in 3 minutes", so it is those that count.
    expect(starts(after(set(5, hr), late(15, 3)), 20)).toEqual([5, 15, 18]);
  });

  test('the next slot counts although it is not yet within sight', () => {
    const told = after(late(6, 6));
    for (const minute of [9, 10, 11, 12]) expect(starts(told, minute)).toEqual(minute < 12 ? [5] : [5, 15]);
  });

  test('deferred twice, each counts from when it was said; the shortest of one set counts', () => {
    expect(starts(after(late(6, 2), late(8, 2)), 11)).toEqual([5, 8, 10]);
    // Two people say it within a minute: one set is due for both.
    expect(starts(after(late(5.5, 5), late(6, 5)), 11)).toEqual([5, 10.5]);
    const mixed = set(6, {
      notMeasured: [
        { sign: 'spo2', reason: 'Cold hands.', outcome: 'deferred', deferredMinutes: 4 },
        { sign: 'bloodPressure', reason: 'Asleep.', outcome: 'deferred', deferredMinutes: 3 },
      ],
    });
    expect(starts(after(mixed), 11)).toEqual([5, 9]);
  });

  test('what was measured beside it answers the slot all the same', () => {
    const told = after(late(6, 4, hr));
    expect(vitalsSlots(told.state, T0 + 9 * MINUTE)[0]?.answer?.data.heartRate).toBe(80);
    expect(dueAt(told, 9)?.at).toBe(at(10));
  });

  test('refused, unable and deferred without minutes leave it to the next slot', () => {
    for (const outcome of ['refused', 'unable', 'deferred'] as const) {
      const said = set(6, { notMeasured: [{ sign: 'bloodPressure', reason: 'Asleep.', outcome }] });
      expect(starts(after(said), 12)).toEqual([5, 15]);
    }
    // Minutes without "deferred" promise nothing.
    const refused = set(6, {
      notMeasured: [{ sign: 'spo2', reason: 'No.', outcome: 'refused', deferredMinutes: 2 }],
    });
    expect(starts(after(refused), 11)).toEqual([5]);
  });

  test('before the first dose it is due after those minutes, then at the interval; none after the end', () => {
    const told = given(...every15, late(10, 4));
    expect(dueAt(told, 11)?.at).toBe(at(14));
    expect(openSlots(told.state, T0 + 40 * MINUTE).map((ms) => (ms - T0) / MINUTE)).toEqual([14, 29]);
    expect(starts(given(planned, started, dose(0, 40), late(128, 20), ended), 400).at(-1)).toBe(120);
  });
});

describe('[DUE-4] time is counted in instants', () => {
  // Both nights of 2026 on which a clinic's clock jumps, and a midnight.
  test.each([
    ['Europe/Berlin, spring', '2026-03-29T00:50:00.000Z'],
    ['Europe/Berlin, autumn', '2026-10-25T00:50:00.000Z'],
    ['America/New_York, spring', '2026-03-08T06:50:00.000Z'],
    ['America/New_York, autumn', '2026-11-01T05:50:00.000Z'],
    ['midnight', '2026-11-24T23:50:00.000Z'],
  ])('%s: 5, 15 and 30 minutes after the dose', (_, doseAt) => {
    const ms = Date.parse(doseAt);
    const shift = (ms - T0) / MINUTE;
    const [plan, start] = under({});
    const begun = [
      { ...(plan as object), nowMs: ms - 60 * MINUTE },
      { ...(start as object), nowMs: ms - 10 * MINUTE },
    ] as typeof every15;
    const told = given(...begun, dose(shift, 40));
    const found = vitalsSlots(told.state, ms + 40 * MINUTE).map(({ startMs }) => (startMs - ms) / MINUTE);
    expect(found).toEqual([5, 15, 30]);
  });
});
