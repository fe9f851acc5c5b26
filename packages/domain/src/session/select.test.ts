import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  at,
  doseGiven,
  entry,
  given,
  inSession,
  MINUTE,
  physician,
  pins,
  planned,
  recorded,
  started,
  steps,
  T0,
} from './given.test-support.ts';
import { ketamineGiven } from './ketamine-given.ts';
import { currentPhase, latestVitals, weightGrams } from './select.ts';

const dose = (amountMg: number, more: object = {}) => doseGiven({ amountMg, ...more });
const later = (...entries: ReturnType<typeof entry>[]) => ({
  command: append(...entries),
  actor: physician,
  nowMs: T0 + 60 * MINUTE,
});

describe('ketamine given', () => {
  test('[DOS-1] given 10,000 doses of up to 3 decimals, when added up, then to the microgram as whole numbers do', () => {
    const amounts = fc.sample(fc.integer({ min: 1, max: 100_000_000 }), { numRuns: 10_000, seed: 11 });
    let exact = 0n;
    for (const micrograms of amounts) exact += BigInt(micrograms);
    const entries = amounts
      .map((micrograms) => dose(micrograms / 1000))
      .map((one, n) => ({ ...one, id: numbered(n) }));
    const { state } = inSession().when(append(...entries));
    expect(BigInt(ketamineGiven(state).totalMicrograms)).toBe(exact);
    expect(ketamineGiven(state).doses).toBe(10_000);
  });

  test('[DOS-2] given adjuncts and other drugs, when added up, then ketamine and esketamine alone count', () => {
    const log = inSession(
      recorded(
        physician,
        dose(40),
        dose(28, { drug: 'esketamine', route: 'in' }),
        dose(4, { drug: 'ondansetron', route: 'po' }),
        dose(9, { drug: 'other', drugName: 'Ketamin' }),
      ),
    );
    expect(ketamineGiven(log.state)).toMatchObject({ totalMicrograms: 68_000, doses: 2, lastDoseAt: at(0) });
  });

  test('[DOS-2] given a retracted and an amended dose, when added up, then the one leaves and the other counts as corrected', () => {
    const [first, second] = [dose(40), dose(20)];
    const log = inSession(
      recorded(physician, first, second),
      recorded(physician, entry('retraction', { entryId: first.id, reason: 'Not given.', anyGiven: false })),
      recorded(
        physician,
        entry('amendment', {
          entryId: second.id,
          data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 25 },
          reason: 'Mistyped.',
        }),
      ),
    );
    expect(ketamineGiven(log.state)).toMatchObject({ totalMicrograms: 25_000, doses: 1 });
  });

  test('[DOS-2] given no weight, when asked for mg/kg, then there is none; pinned weight wins over the planned one', () => {
    const noWeight = { ...pins, weightKg: null };
    const { weightKg: _kg, ...bare } = steps.plan.plan;
    const log = given(
      { ...planned, command: { ...steps.plan, plan: bare } },
      { ...started, command: { ...steps.start, pins: noWeight } },
      recorded(physician, dose(40)),
    );
    expect(ketamineGiven(log.state).microgramsPerKg).toBeNull();
    const heavier = given(
      planned,
      { ...started, command: { ...steps.start, pins: { ...pins, weightKg: 80 } } },
      recorded(physician, dose(40)),
    );
    expect(weightGrams(heavier.state)).toBe(80_000);
    expect(ketamineGiven(heavier.state).microgramsPerKg).toBe(500);
    expect(weightGrams(given(planned).state)).toBe(68_400);
  });
});

describe('latest values', () => {
  test('[VIT-6] given partial sets, when read, then each sign keeps its own latest and the one before, by when they happened', () => {
    const log = inSession(
      later(
        entry('vital-signs', { systolic: 148, diastolic: 92, spo2: 97 }, { happenedAt: at(20) }),
        entry('vital-signs', { systolic: 120, diastolic: 80, heartRate: 70 }, { happenedAt: at(10) }),
        entry('vital-signs', { spo2: 95 }, { happenedAt: at(30) }),
      ),
    );
    const latest = latestVitals(log.state);
    expect(latest.systolic).toMatchObject({
      latest: { value: 148, happenedAt: at(20) },
      previous: { value: 120 },
    });
    expect(latest.spo2).toMatchObject({ latest: { value: 95 }, previous: { value: 97 } });
    expect(latest.heartRate).toMatchObject({ latest: { value: 70 }, previous: null });
    expect(latest.respiratoryRate).toBeUndefined();
  });

  test('[VIT-6] given a value of 0, when read, then it is a value and not a missing one', () => {
    const log = inSession(recorded(physician, entry('vital-signs', { heartRate: 0, respiratoryRate: 0 })));
    expect(latestVitals(log.state).heartRate?.latest.value).toBe(0);
  });

  test('[ARC-1] given phases recorded out of order, when asked, then the one that happened last counts', () => {
    const log = inSession(
      later(
        entry('phase', { phase: 'peak' }, { happenedAt: at(12) }),
        entry('phase', { phase: 'onset' }, { happenedAt: at(4) }),
      ),
    );
    expect(currentPhase(log.state)?.data.phase).toBe('peak');
    expect(currentPhase(inSession().state)).toBeNull();
  });
});

/** UUIDs that spread over the first digits as random ones do. */
function numbered(n: number): string {
  const spread = (n % 256).toString(16).padStart(2, '0');
  return `${spread}000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
