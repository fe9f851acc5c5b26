import { describe, expect, test } from 'vitest';
import type { Pins } from '../entries/lifecycle.ts';
import { dose } from '../rules/notices.test-support.ts';
import {
  append,
  at,
  entry,
  type Given,
  given,
  MINUTE,
  physician,
  pins,
  planned,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { estimateDisclaimer } from './disclaimer.ts';
import { type EstimatePoint, estimateAbsences, estimateOf } from './estimate.ts';

const on = { enabled: true };

function session(weightKg: number | null, ...more: Told[]): Given {
  const started = { ...steps.start, pins: { ...pins, weightKg } as Pins };
  const { weightKg: _, ...plan } = steps.plan.plan;
  return given(
    { ...planned, command: { ...steps.plan, plan } },
    { command: started, actor: physician, nowMs: T0 },
    ...more,
  );
}

const corrected = (kind: 'amendment' | 'retraction', data: object, minute = 90): Told => ({
  command: append(entry(kind, data as never, { happenedAt: at(minute) })),
  actor: physician,
  nowMs: T0 + minute * MINUTE,
});

/** Every minute of the first two hours, as known at minute 100. */
function curve({ state }: Given, nowMinute = 100): readonly EstimatePoint[] {
  const found = estimateOf(state, on, T0, T0 + 120 * MINUTE, MINUTE, T0 + nowMinute * MINUTE);
  if ('absent' in found) throw new Error(`no curve: ${found.absent}`);
  return found.points;
}
const absence = ({ state }: Given, options: { enabled: boolean } = on, nowMinute = 100) => {
  const found = estimateOf(state, options, T0, T0 + 60 * MINUTE, MINUTE, T0 + nowMinute * MINUTE);
  return 'absent' in found ? found.absent : 'a curve';
};

describe('what the estimate is made of', () => {
  test('[EST-4] given two doses, then each point is their sum, and the band is half and twice of it', () => {
    const [first, second] = [dose(0, 40), dose(14, 20)];
    const both = curve(session(70, first, second));
    const alone = [curve(session(70, first)), curve(session(70, second))];
    expect(both).toHaveLength(121);
    for (const [minute, { atMs, ngPerMl, low, high }] of both.entries()) {
      expect(atMs).toBe(T0 + minute * MINUTE);
      const parts = alone.map((points) => points[minute]?.ngPerMl as number);
      expect(ngPerMl).toBeCloseTo((parts[0] as number) + (parts[1] as number), 9);
      expect([low, high]).toEqual([ngPerMl / 2, ngPerMl * 2]);
    }
    expect(both[30]?.ngPerMl).toBeGreaterThan(50);
  });

  test('[EST-5] given a dose that lies after now, then it does not count', () => {
    const told = session(70, dose(0, 40), dose(50, 40));
    expect(curve(told, 49)).toEqual(curve(session(70, dose(0, 40))));
    expect(curve(told, 50)[60]?.ngPerMl).toBeGreaterThan((curve(told, 49)[60]?.ngPerMl as number) * 1.5);
    expect(absence(session(70, dose(50, 40)), on, 49)).toBe('no-dose');
  });

  test('[EST-6] given an infusion that is not over, then it counts for what had been given, and points go on', () => {
    const infusion = (amountMg: number, durationMinutes: number) =>
      session(70, dose(0, amountMg, { data: { route: 'iv', durationMinutes } }));
    const halfway = curve(infusion(40, 40), 20);
    expect(halfway).toEqual(curve(infusion(20, 20), 100));
    expect(halfway.at(-1)?.atMs).toBe(T0 + 120 * MINUTE);
    expect(halfway[20]?.ngPerMl).toBeGreaterThan(halfway[60]?.ngPerMl as number);
    // Before the first drop there is no dose at all.
    expect(absence(infusion(40, 40), on, 0)).toBe('no-dose');
  });

  test('[EST-7] esketamine, an unknown weight and an unmodelled route leave no curve, and neither does nothing', () => {
    const esketamine = dose(30, 28, { data: { drug: 'esketamine', route: 'in' } });
    expect(absence(session(70))).toBe('no-dose');
    expect(absence(session(70, dose(0, 4, { data: { drug: 'ondansetron', route: 'iv' } })))).toBe('no-dose');
    expect(absence(session(70, dose(0, 40)))).toBe('a curve');
    // One dose that cannot be told makes the sum a lie, so there is no part of a curve either.
    expect(absence(session(70, dose(0, 40), esketamine))).toBe('esketamine');
    expect(absence(session(null, dose(0, 40)))).toBe('no-weight');
    expect(absence(session(70, dose(0, 40), dose(30, 20, { data: { route: 'sc' } })))).toBe(
      'unmodelled-route',
    );
    const intoMuscle = session(70, dose(0, 40)).state;
    const byDomino = estimateOf(intoMuscle, { ...on, model: 'domino84' }, T0, T0 + MINUTE, MINUTE);
    expect(byDomino).toEqual({ absent: 'unmodelled-route' });
    for (const sentence of Object.values(estimateAbsences)) expect(sentence).toMatch(/^No estimate: .+\.$/);
  });

  test('[EST-8] a clinic that has not turned it on gets none', () => {
    expect(absence(session(70, dose(0, 40)), { enabled: false })).toBe('off');
  });

  test('[EST-9] a correction or another weight makes the whole curve anew, as if it had always been so', () => {
    const id = uuid(77);
    const booster = dose(14, 20);
    const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 30 };
    const amended = session(
      70,
      dose(0, 40, { id }),
      booster,
      corrected('amendment', { entryId: id, data, correctedHappenedAt: at(-3), reason: 'Misread.' }),
    );
    expect(curve(amended)).toEqual(curve(session(70, dose(-3, 30), booster)));

    const retracted = session(
      70,
      dose(0, 40, { id }),
      booster,
      corrected('retraction', { entryId: id, anyGiven: false, reason: 'Not given.' }),
    );
    expect(curve(retracted)).toEqual(curve(session(70, booster)));
    const none = session(
      70,
      dose(0, 40, { id }),
      corrected('retraction', { entryId: id, anyGiven: false, reason: 'Not given.' }),
    );
    expect(absence(none)).toBe('no-dose');

    const [light, heavy] = [35, 70].map((kg) => curve(session(kg, dose(0, 40)))[30]?.ngPerMl as number);
    expect(light).toBeCloseTo(2 * (heavy as number), 9);
  });

  test('[EST-10] the disclaimer says what it is not', () => {
    for (const words of ['Not a measurement', 'not patient-specific', 'Do not use for dosing'])
      expect(estimateDisclaimer).toContain(words);
  });
});
