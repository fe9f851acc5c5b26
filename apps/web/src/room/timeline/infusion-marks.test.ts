import { describe, expect, test } from 'vitest';
import { dosePins, givenLevels, infusionBars } from './session-marks.ts';
import { tableRows } from './table-rows.ts';
import { timelineParts } from './timeline-parts.ts';
import { dose, START, told, ZONE } from './told.test-support.ts';

const MINUTE = 60_000;
const which = { infusionId: '00000001-0000-4000-8000-000000000000', drug: 'ketamine' };
const given = { ...which, state: 'already-given' };
const context = { pending: new Set<string>(), zone: ZONE };
const start = ['infusion-start', 0, { ...given, rateMgPerHour: 60, plannedMg: 40 }] as const;
const pause = ['infusion-rate', 10, { ...given, rateMgPerHour: 0 }] as const;
const again = ['infusion-rate', 20, { ...given, rateMgPerHour: 30 }] as const;
const stop = ['infusion-stop', 40, which] as const;

describe('an infusion on the timeline', () => {
  test('given one that is over, then its amount and length, its stretches, and the total where it bends', () => {
    const state = told([start, pause, again, dose(30, 5), stop]);
    expect(dosePins(state, context).map(({ label, totalMicrograms }) => [label, totalMicrograms])).toEqual([
      ['20 mg IV over 40 min', 0],
      ['5 mg IM', 20_000],
    ]);
    expect(infusionBars(state)).toMatchObject([
      {
        running: null,
        stretches: [{ rate: 60_000 }, { rate: 0 }, { rate: 30_000, toMs: START + 40 * MINUTE }],
      },
    ]);
    expect(
      givenLevels(state).map(({ atMs, totalMicrograms }) => [(atMs - START) / MINUTE, totalMicrograms]),
    ).toEqual([
      [0, 0],
      [10, 10_000],
      [20, 10_000],
      [30, 15_000],
      [30, 20_000],
      [40, 25_000],
    ]);
  });

  test('given one that runs, then its rate and where what ticks goes on; its planned amount has its place on the axis', () => {
    const state = told([start, pause, again]);
    expect(dosePins(state, context)).toMatchObject([{ label: '30 mg/h IV running' }]);
    expect(infusionBars(state)).toMatchObject([{ running: { sinceMs: START + 20 * MINUTE, rate: 30_000 } }]);
    expect(dosePins(told([start, pause]), context)).toMatchObject([{ label: 'IV paused' }]);
    const large = told([['infusion-start', 0, { ...given, rateMgPerHour: 60, plannedMg: 400 }]]);
    expect(timelineParts(large, context).ketamine.axis.max).toBeGreaterThanOrEqual(400);
  });

  test('given the table, then each of its steps is a row', () => {
    expect(tableRows(told([start, pause, stop]), ZONE).map(({ said }) => said?.words)).toEqual([
      'Ketamine infusion started at 60 mg/h IV',
      'Ketamine infusion paused',
      'Ketamine infusion stopped',
    ]);
  });
});
