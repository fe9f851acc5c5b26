import { describe, expect, test } from 'vitest';
import { dose, infusion, rateOf, stopOf } from '../rules/notices.test-support.ts';
import { administrations, studyAdministrations } from './administrations.ts';
import {
  append,
  at,
  entry,
  given,
  MINUTE,
  nurse,
  otherPhysician,
  physician,
  planned,
  started,
  steps,
  T0,
  type Told,
  uuid,
} from './given.test-support.ts';

const [A, B, RUN] = [uuid(11), uuid(12), uuid(13)] as const;
const until = (minute: number, ...told: Told[]) =>
  administrations(given(planned, started, ...told).state, T0 + minute * MINUTE);
/** The one infusion, as it stands at a minute. */
const runAt = (minute: number, ...told: Told[]) => until(minute, ...told).find(({ id }) => id === RUN);
/** From and to in minutes, and milligrams an hour. */
const stretches = (minute: number, ...told: Told[]) =>
  runAt(minute, ...told)?.segments.map(({ fromMs, toMs, microgramsPerHour }) => [
    (fromMs - T0) / MINUTE,
    (toMs - T0) / MINUTE,
    microgramsPerHour / 1000,
  ]);
const later = { enteredAt: 200 };
const corrected = (entryId: string, minute: number, data: object): Told => ({
  command: append(
    entry('amendment', { entryId, data, correctedHappenedAt: at(minute), reason: 'Read wrong.' } as never),
  ),
  nowMs: T0 + 200 * MINUTE,
});

describe('[ADM-1] what was given, as one thing', () => {
  test('a dose: all of it at once', () => {
    const data = { overrideReason: 'Planned.', separateFrom: B, orderedById: physician.id };
    const first = dose(4, 20, { id: B });
    expect(until(60, first, dose(5, 40.5, { id: A, enteredAt: 9, data }))[1]).toEqual({
      id: A,
      shape: 'dose',
      drug: 'ketamine',
      drugName: undefined,
      route: 'im',
      startMs: T0 + 5 * MINUTE,
      endMs: T0 + 5 * MINUTE,
      micrograms: 40_500,
      segments: [],
      microgramsPerHour: 0,
      state: 'already-given',
      override: { by: physician, atMs: T0 + 9 * MINUTE },
      rateOverride: null,
      separateFrom: B,
      author: physician,
      seq: 4,
      recordedAt: at(9),
      stopped: true,
    });
  });

  test('an infusion: its rates from its start to its stop', () => {
    const start = infusion(5, 60, {
      id: RUN,
      enteredAt: 9,
      actor: nurse,
      data: { orderedById: physician.id, drug: 'other', drugName: 'Lidocaine' },
    });
    const stop = stopOf(15, { data: { drug: 'other', drugName: 'Lidocaine' } });
    expect(until(60, start, stop)).toEqual([
      {
        id: RUN,
        shape: 'infusion',
        drug: 'other',
        drugName: 'Lidocaine',
        route: 'iv',
        startMs: T0 + 5 * MINUTE,
        endMs: T0 + 15 * MINUTE,
        micrograms: 10_000,
        segments: [{ fromMs: T0 + 5 * MINUTE, toMs: T0 + 15 * MINUTE, microgramsPerHour: 60_000 }],
        microgramsPerHour: 0,
        state: 'already-given',
        override: null,
        rateOverride: null,
        separateFrom: undefined,
        author: nurse,
        seq: 3,
        recordedAt: at(9),
        stopped: true,
      },
    ]);
  });

  test('an infusion: who gave a reason when it started, and with the first change that has one', () => {
    const data = { overrideReason: 'Planned.' };
    const told = [
      infusion(0, 60, { id: RUN, data }),
      rateOf(5, 50),
      rateOf(10, 40, { data, actor: otherPhysician, enteredAt: 12 }),
      rateOf(15, 30, { data }),
    ];
    expect(runAt(60, ...told)).toMatchObject({
      override: { by: physician, atMs: T0 },
      rateOverride: { by: otherPhysician, atMs: T0 + 12 * MINUTE },
    });
    expect(runAt(60, infusion(0, 60, { id: RUN }), rateOf(5, 50))).toMatchObject({
      override: null,
      rateOverride: null,
    });
  });

  test('ketamine and esketamine count, other drugs do not', () => {
    const told = (['ketamine', 'esketamine', 'midazolam'] as const).map((drug, n) =>
      dose(n, 5, { data: { drug, route: 'iv' } }),
    );
    const { state } = given(planned, started, ...told);
    expect(studyAdministrations(state, T0 + MINUTE * 60).map(({ drug }) => drug)).toEqual([
      'ketamine',
      'esketamine',
    ]);
  });

  test.each([
    ['by when it began', [infusion(5, 60, { id: RUN }), dose(3, 20, { id: A, enteredAt: 6 })], [A, RUN]],
    [
      'in one minute: the infusion was recorded first',
      [infusion(5, 60, { id: RUN }), dose(5, 20, { id: A })],
      [RUN, A],
    ],
    [
      'in one minute: the dose was recorded first',
      [dose(5, 20, { id: A }), infusion(5, 60, { id: RUN })],
      [A, RUN],
    ],
    ['a dose while it runs', [dose(8, 20, { id: A }), infusion(5, 60, { id: RUN, enteredAt: 9 })], [RUN, A]],
  ] as const)('%s', (_order, told, ids) => {
    expect(until(60, ...told).map(({ id }) => id)).toEqual(ids);
  });
});

describe('[ADM-2] an infusion at a moment', () => {
  const told = [infusion(0, 60, { id: RUN }), rateOf(10, 30), rateOf(20, 0), rateOf(25, 45), stopOf(40)];

  test.each([
    ['as it starts', 0, 60, []],
    ['before its first change', 9, 60, [[0, 9, 60]]],
    ['as it changes', 10, 30, [[0, 10, 60]]],
    [
      'after its first change',
      15,
      30,
      [
        [0, 10, 60],
        [10, 15, 30],
      ],
    ],
    [
      'paused',
      22,
      0,
      [
        [0, 10, 60],
        [10, 20, 30],
        [20, 22, 0],
      ],
    ],
    [
      'going on',
      39,
      45,
      [
        [0, 10, 60],
        [10, 20, 30],
        [20, 25, 0],
        [25, 39, 45],
      ],
    ],
  ])('%s: its rate, and the stretches so far', (_when, minute, rate, segments) => {
    expect(runAt(minute, ...told)).toMatchObject({
      endMs: null,
      microgramsPerHour: rate * 1000,
      stopped: true,
    });
    expect(stretches(minute, ...told)).toEqual(segments);
  });

  test.each([
    ['as it stops', 40],
    ['long after', 300],
  ])('%s it has ended and gives nothing', (_when, minute) => {
    expect(runAt(minute, ...told)).toMatchObject({
      endMs: T0 + 40 * MINUTE,
      microgramsPerHour: 0,
      stopped: true,
    });
    expect(stretches(minute, ...told)?.at(-1)).toEqual([25, 40, 45]);
  });

  test('before its start it is not there', () => {
    expect(runAt(4, infusion(5, 60, { id: RUN }))).toBeUndefined();
  });

  test('without a stop it ends with the session, and was never stopped', () => {
    const end = { command: { ...steps.end, endedAt: at(30) }, nowMs: T0 + 60 * MINUTE };
    const session = [infusion(0, 60, { id: RUN }), end];
    expect(runAt(29, ...session)).toMatchObject({ endMs: null, microgramsPerHour: 60_000 });
    expect(runAt(30, ...session)).toMatchObject({ endMs: T0 + 30 * MINUTE, microgramsPerHour: 0 });
    expect(runAt(90, ...session)).toMatchObject({ micrograms: 30_000, stopped: false });
  });

  test('a stop that was recorded counts, also where the session ended before it', () => {
    const end = { command: { ...steps.end, endedAt: at(30) }, nowMs: T0 + 60 * MINUTE };
    const session = [infusion(0, 60, { id: RUN }), stopOf(35), end];
    expect(runAt(90, ...session)).toMatchObject({ endMs: T0 + 35 * MINUTE, micrograms: 35_000 });
  });

  test('asked for all that is recorded, one that runs counts to its last change; without one, nothing', () => {
    const all = (...more: Told[]) =>
      administrations(given(planned, started, ...more).state, Number.POSITIVE_INFINITY)[0];
    expect(all(infusion(0, 60))).toMatchObject({ micrograms: 0, endMs: null, microgramsPerHour: 60_000 });
    expect(all(infusion(0, 60), rateOf(10, 30))).toMatchObject({
      micrograms: 10_000,
      endMs: null,
      microgramsPerHour: 30_000,
    });
    expect(all(infusion(0, 60), stopOf(10))).toMatchObject({ micrograms: 10_000, endMs: T0 + 10 * MINUTE });
  });
});

describe('[ADM-1] changes that lie oddly', () => {
  const which = { infusionId: uuid(700), drug: 'ketamine' } as const;
  const at30 = { ...which, state: 'already-given', rateMgPerHour: 30 };

  test('two in one minute: the one recorded second counts, and the first leaves no stretch', () => {
    const told = [infusion(0, 60, { id: RUN }), rateOf(10, 30), rateOf(10, 45)];
    expect(stretches(20, ...told)).toEqual([
      [0, 10, 60],
      [10, 20, 45],
    ]);
  });

  test('one at the very start stands for the rate it started with', () => {
    expect(stretches(20, infusion(5, 60, { id: RUN }), rateOf(5, 30))).toEqual([[5, 20, 30]]);
  });

  test('corrected to before the start it changes and stops nothing', () => {
    const changed = [infusion(10, 60, { id: RUN }), rateOf(15, 30, { id: A }), corrected(A, 9, at30)];
    expect(stretches(40, ...changed)).toEqual([[10, 40, 60]]);
    const stopped = [infusion(10, 60, { id: RUN }), stopOf(20, { id: B }), corrected(B, 9, which)];
    expect(runAt(40, ...stopped)).toMatchObject({ endMs: null, stopped: false, micrograms: 30_000 });
  });

  test('corrected to after the stop it changes nothing', () => {
    const told = [
      infusion(0, 60, { id: RUN }),
      rateOf(15, 30, { id: A }),
      stopOf(20),
      corrected(A, 25, at30),
    ];
    expect(stretches(40, ...told)).toEqual([[0, 20, 60]]);
    expect(runAt(22, ...told)).toMatchObject({ microgramsPerHour: 0 });
  });

  test('the stop corrected to before a change leaves the change out', () => {
    const told = [
      infusion(0, 60, { id: RUN }),
      rateOf(15, 30),
      stopOf(20, { id: B }),
      corrected(B, 10, which),
    ];
    expect(stretches(40, ...told)).toEqual([[0, 10, 60]]);
  });

  test('of two that run, each has its own changes and its own stop', () => {
    const other = { infusionId: uuid(701) };
    const told = [
      infusion(0, 60, { id: RUN }),
      infusion(0, 12, { id: A, data: other }),
      rateOf(10, 6, { data: other }),
      stopOf(20, { data: other, ...later }),
    ];
    expect(until(30, ...told).map(({ id, micrograms, endMs }) => [id, micrograms, endMs])).toEqual([
      [RUN, 30_000, null],
      [A, 3000, T0 + 20 * MINUTE],
    ]);
  });
});
