import { describe, expect, test } from 'vitest';
import { type InsightRow, insightsOf } from './insights.ts';
import type { SessionFigures } from './session-figures.ts';

const figures: SessionFigures = {
  baseline: { systolic: 120, diastolic: 80, at: null },
  peak: { systolic: 150, diastolic: 90, at: null },
  notifySystolic: 160,
  lowestSpo2: 96,
  doseMicrograms: 40_000,
  microgramsPerKg: 600,
  doses: 1,
  given: [],
  firstDoseAt: '2026-11-24T10:00:00.000Z',
  lastDoseAt: '2026-11-24T10:00:00.000Z',
  dosesOutside: 0,
  notices: { high: { raised: 0, seen: 0 }, medium: { raised: 1, seen: 1 }, open: 0, seenMs: [20_000] },
  vitals: { due: 4, onTime: 4 },
  events: { worstGrade: null, byGrade: [0, 0, 0, 0, 0], worst: [] },
  amendments: 0,
  retractions: { all: 0, doses: 0, quickDoses: 0 },
  goingHome: { met: 5, of: 5 },
  lockedAt: null,
  closedByLead: false,
  toSign: [],
  addenda: 0,
};
const row = (
  id: string,
  more: Partial<SessionFigures> = {},
  endedAt = '2026-11-24T12:00:00.000Z',
): InsightRow => ({
  id,
  endedAt,
  figures: { ...figures, ...more },
});
const five = ['a', 'b', 'c', 'd', 'e'];

describe('[ISG-1] insights', () => {
  test('say nothing of fewer than five, and how many there are', () => {
    const { rise, goHome, vitalsOnTime } = insightsOf(
      five.slice(0, 4).map((id) => row(id)),
      [],
    );
    expect(rise).toEqual({ n: 4, value: null, ids: ['a', 'b', 'c', 'd'], points: [] });
    expect([goHome.n, goHome.value, vitalsOnTime.value]).toEqual([4, null, null]);
  });

  test('reckon each number from its sessions, and name those it counts', () => {
    const found = insightsOf(
      [
        row('a', { peak: { systolic: 180, diastolic: 90, at: null }, dosesOutside: 1 }),
        row('b', { vitals: { due: 4, onTime: 2 } }),
        row('c', {
          events: { worstGrade: 2, byGrade: [1, 2, 0, 0, 0], worst: ['Nausea'] },
          retractions: { all: 1, doses: 1, quickDoses: 1 },
        }),
        row('d', { goingHome: { met: 3, of: 5 }, toSign: ['therapist'] }, '2026-11-24T14:00:00.000Z'),
        row('e', {
          notices: {
            high: { raised: 2, seen: 1 },
            medium: { raised: 1, seen: 0 },
            open: 1,
            seenMs: [60_000],
          },
          toSign: ['physician'],
        }),
        { id: 'cancelled', endedAt: null, figures: null },
      ],
      [],
    );
    expect(found.sessions).toBe(6);
    expect(found.rise).toMatchObject({ n: 5, value: 25 });
    expect(found.rise.points[0]).toEqual({ id: 'a', microgramsPerKg: 600, percent: 50 });
    expect(found.vitalsOnTime).toEqual({ n: 5, value: 90, ids: five });
    expect(found.notices).toEqual({ n: 5, value: 7 / 5, ids: five });
    expect(found.seen).toEqual({ n: 5, value: 20_000, ids: five });
    expect(found.outside).toEqual({ n: 5, value: 20, ids: ['a'] });
    expect(found.goHome.value).toBe(2 * 3_600_000);
    expect(found.events.map(({ value }) => value)).toEqual([1, 2, 0, 0, 0]);
    expect(found.events[1]?.ids).toEqual(['c']);
    expect(found.takenBack.n).toBe(6);
    expect(found.takenBack.value).toBeCloseTo(100 / 6);
    expect(found.gaps).toEqual({ vitals: ['b'], goingHome: ['d'], notices: ['e'], unsigned: ['e', 'd'] });
  });

  test('say how a measure changed, by course, and per 30 days where a day lies between', () => {
    const change = (first: number, latest: number, days: number) => ({
      instrument: 'phq-9',
      line: 'total',
      first,
      latest,
      days,
    });
    const all = [
      change(20, 10, 30),
      change(18, 12, 60),
      change(10, 11, 10),
      change(9, 9, 30),
      change(22, 6, 30),
    ];
    expect(insightsOf([], all).changes).toEqual([
      { instrument: 'phq-9', line: 'total', n: 5, value: -6, ids: [], per30Days: -3 },
    ]);
    // Questions that are never summed stand each for itself.
    const hiding = all.map((one) => ({ ...one, instrument: 'shame-check-in', line: 'hiding' }));
    const best = hiding.map(({ first, latest, ...one }) => ({ ...one, line: 'best', first: 0, latest: 4 }));
    expect(insightsOf([], [...hiding, ...all, ...best]).changes).toMatchObject([
      { instrument: 'phq-9', n: 5, value: -6 },
      { instrument: 'shame-check-in', line: 'best', n: 5, value: 4 },
      { instrument: 'shame-check-in', line: 'hiding', n: 5, value: -6 },
    ]);
    expect(insightsOf([], all.slice(1)).changes).toMatchObject([{ n: 4, value: null, per30Days: null }]);
  });

  test('of nothing nothing is made up', () => {
    const empty = insightsOf([], []);
    expect(empty).toMatchObject({ sessions: 0, rise: { n: 0, value: null }, changes: [] });
    expect(empty.gaps.unsigned).toEqual([]);
  });
});
