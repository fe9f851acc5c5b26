import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { drug, exact, HOUR, type Infusion, type Plot, state, told } from './administrations.test-support.ts';
import { administrations } from './administrations.ts';
import { append, entry, type Given, inSession, MINUTE, physician, T0 } from './given.test-support.ts';
import { ketamineGiven, ketamineTotals } from './ketamine-given.ts';

const RUNS = process.env.TANDEM_TEST_SIZE === 'long' ? 10_000 : 500;

const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });
const within = fc.integer({ min: 0, max: 3 * HOUR });
const rates = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 240_000 }));
const plots: fc.Arbitrary<Plot> = fc.record({
  infusions: fc.array(
    fc.record({
      startMs: fc.integer({ min: 0, max: 2 * HOUR }),
      rate: rates,
      correctedRate: sometimes(rates),
      changes: fc.array(
        fc.record({
          afterMs: within,
          rate: rates,
          // Also to before the start and to after the stop, where it gives nothing.
          corrected: sometimes(
            fc.record({ afterMs: fc.integer({ min: -HOUR, max: 3 * HOUR }), rate: rates }),
          ),
          retracted: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      stopAfterMs: sometimes(within),
      stopRetracted: fc.boolean(),
      retracted: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    }),
    { maxLength: 3 },
  ),
  doses: fc.array(
    fc.record({
      atMs: within,
      amount: fc.integer({ min: 1, max: 400_000 }),
      corrected: sometimes(fc.integer({ min: 1, max: 400_000 })),
      retracted: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

/** A plot whose rate changes lie before the stop, as the log takes no others. */
const takeable = plots.map((plot) => ({
  ...plot,
  infusions: plot.infusions.map((one) => ({
    ...one,
    changes: one.changes.filter(({ afterMs }) => one.stopAfterMs === null || afterMs < one.stopAfterMs),
  })),
}));

afterEach(() => void vi.unstubAllEnvs());

describe('[ADM-1] what was given is the area under the rate', () => {
  test('given any doses and infusions, corrected and retracted, then the sum is exact to the microgram at any clock', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(takeable, fc.integer({ min: 0, max: 6 * HOUR }), (plot, untilMs) => {
        const session = told(plot).state;
        expect(ketamineGiven(session, T0 + untilMs).totalMicrograms).toBe(exact(plot, untilMs));
        expect(ketamineTotals(session)(T0 + untilMs)).toBe(exact(plot, untilMs));
      }),
      { numRuns: RUNS },
    );
  });

  test('given corrections in another order, then the same administrations', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(takeable, (plot) => {
        const amounts = (session: Given) =>
          administrations(session.state, T0 + 6 * HOUR).map(({ micrograms, startMs, endMs }) => ({
            micrograms,
            startMs,
            endMs,
          }));
        expect(amounts(told(plot, { order: (all) => all.reverse() }))).toEqual(amounts(told(plot)));
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test('given half a microgram, then up; given a third, then down', () => {
    const one = (ms: number): Plot => ({
      doses: [],
      infusions: [
        {
          startMs: 0,
          rate: 1,
          correctedRate: null,
          changes: [],
          stopAfterMs: ms,
          stopRetracted: false,
          retracted: false,
        },
      ],
    });
    const total = (ms: number) => ketamineGiven(told(one(ms)).state, T0 + HOUR).totalMicrograms;
    expect([total(HOUR / 2 - 1), total(HOUR / 2), total(HOUR)]).toEqual([0, 1, 1]);
  });
});

describe('[ADM-2] an infusion counts up to the clock, its stop or the end of the session', () => {
  const running: Plot = {
    doses: [{ atMs: 90 * MINUTE, amount: 10_000, corrected: null, retracted: false }],
    infusions: [
      {
        startMs: 0,
        rate: 60_000,
        correctedRate: null,
        changes: [],
        stopAfterMs: null,
        stopRetracted: false,
        retracted: false,
      },
    ],
  };
  const at = (session: Given, minutes: number) => ketamineGiven(session.state, T0 + minutes * MINUTE);

  test('given one that runs, then a milligram a minute, and its rate; nothing of what comes later', () => {
    expect(at(told(running), 10)).toMatchObject({
      totalMicrograms: 10_000,
      doses: 1,
      microgramsPerHour: 60_000,
    });
    expect(at(told(running), 90)).toMatchObject({ totalMicrograms: 100_000, doses: 2 });
  });

  test('given the session ended while it ran, then until its end, and it runs no more', () => {
    const ended = told(running, { endAfterMs: 100 * MINUTE });
    expect(at(ended, 99)).toMatchObject({ totalMicrograms: 109_000, microgramsPerHour: 60_000 });
    expect(at(ended, 400)).toMatchObject({ totalMicrograms: 110_000, microgramsPerHour: 0 });
  });

  test('given no clock, then a running one counts to its last entry', () => {
    const [infusion] = running.infusions as [Infusion];
    const changed = { afterMs: 10 * MINUTE, rate: 0, corrected: null, retracted: false };
    const plot = { doses: [], infusions: [{ ...infusion, changes: [changed] }] };
    expect(ketamineGiven(told(plot).state).totalMicrograms).toBe(10_000);
  });
});

describe('[ADM-3] a clock on the wall changes nothing', () => {
  test.each([
    ['midnight', 'America/New_York', '2026-11-24T04:30:00.000Z'],
    ['spring in New York', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['autumn in New York', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['spring in Europe', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ])('given %s, then the sum is that of any other night', (_night, zone, base) => {
    vi.stubEnv('TZ', zone);
    const baseMs = Date.parse(base);
    fc.assert(
      fc.property(takeable, (plot) => {
        const there = ketamineGiven(told(plot, { baseMs }).state, baseMs + 2 * HOUR);
        expect(there.totalMicrograms).toBe(exact(plot, 2 * HOUR));
      }),
      { numRuns: RUNS / 10 },
    );
  });
});

test('[ADM-4] a dose over some minutes is given at once and ends after them', () => {
  const data = { state, drug, route: 'iv', amountMg: 20, durationMinutes: 40 } as const;
  const session = inSession({ command: append(entry('dose', data)), actor: physician });
  expect(administrations(session.state, T0)).toMatchObject([
    { shape: 'dose', micrograms: 20_000, startMs: T0, endMs: T0 + 40 * MINUTE },
  ]);
});
