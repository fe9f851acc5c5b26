import { type Dose, evolve, initialState, type SessionState } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { factsOf as factsFor, sameAmount } from './dose-facts.ts';

const factsOf = (...given: [Dose, SessionState, atMs: number, nowMs: number]) => factsFor(...given, 'a');

const START = Date.UTC(2026, 10, 24, 15, 0);
const minutes = (count: number) => START + count * 60_000;
const dose = (amountMg: number, more: Partial<Dose> = {}): Dose => ({
  state: 'about-to-give',
  drug: 'ketamine',
  route: 'im',
  amountMg,
  ...more,
});

/** A running session of a client of 68 kg under a limit of 1.5 mg/kg and 10 minutes. */
function running(...entries: readonly [kind: string, atMinute: number, data: unknown][]): SessionState {
  const pins = {
    patient: { allergies: { status: 'none-known', items: [] } },
    weightKg: 68,
    protocol: {
      id: '',
      name: '',
      data: { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.5, minimumIntervalMinutes: 10 },
    },
    team: [],
  };
  const plan = {
    plannedDoses: [
      { drug: 'ketamine', route: 'im', amountMg: 40 },
      { drug: 'ketamine', route: 'im', amountMg: 20 },
    ],
  };
  const all: typeof entries = [
    ['planned', 0, plan],
    ['started', 0, { startedAt: null, reason: null, transcribed: false, pins }],
    ...entries,
  ];
  return all.reduce(
    (state, [kind, atMinute, data], at) =>
      evolve(state, {
        id: `dddddddd-0000-4000-8000-${String(at).padStart(12, '0')}`,
        sessionId: 's',
        seq: at + 1,
        kind,
        version: 1,
        happenedAt: new Date(minutes(atMinute)).toISOString(),
        recordedAt: new Date(minutes(atMinute)).toISOString(),
        author: { id: 'a', name: 'A', role: 'physician' },
        data,
        context: null,
        hash: '',
      }),
    initialState('s'),
  );
}

describe('read-back', () => {
  it('[RBK-1] tells the total after, to the microgram and per kilogram', () => {
    const facts = factsOf(
      dose(0.3),
      running(['dose', 1, dose(0.1)], ['dose', 12, dose(0.2)]),
      minutes(30),
      minutes(30),
    );
    expect(facts.totalAfter).toBe('0.6 mg');
    expect(factsOf(dose(20), running(['dose', 1, dose(40)]), minutes(30), minutes(30))).toMatchObject({
      totalAfter: '60 mg',
      perKgAfter: '0.88 mg/kg',
      overCeiling: false,
    });
  });

  it('[RBK-2] is over the limit from the first microgram, not at it', () => {
    const state = running(['dose', 1, dose(40)]);
    expect(factsOf(dose(62), state, minutes(30), minutes(30)).overCeiling).toBe(false);
    expect(factsOf(dose(62.001), state, minutes(30), minutes(30)).overCeiling).toBe(true);
  });

  it('[RBK-3] is too early before the interval has passed, on either side of the last dose', () => {
    const state = running(['dose', 20, dose(40)]);
    expect(factsOf(dose(20), state, minutes(29), minutes(29)).tooEarly).toBe(true);
    expect(factsOf(dose(20), state, minutes(30), minutes(30)).tooEarly).toBe(false);
    expect(factsOf(dose(20), state, minutes(15), minutes(30)).tooEarly).toBe(true);
    expect(factsOf(dose(20), state, minutes(10), minutes(30)).tooEarly).toBe(false);
  });

  it('[RBK-4] asks twice over 1.5 times the dose planned next', () => {
    const state = running(['dose', 1, dose(40)]);
    expect(factsOf(dose(30), state, minutes(30), minutes(30)).overPlan).toBe(false);
    expect(factsOf(dose(31), state, minutes(30), minutes(30)).overPlan).toBe(true);
  });

  it('[RBK-5] other drugs pass no ketamine limit and no total', () => {
    const state = running(['dose', 29, dose(100)]);
    const facts = factsOf(dose(400, { drug: 'ondansetron' }), state, minutes(30), minutes(30));
    expect(facts).toMatchObject({
      counted: false,
      overCeiling: false,
      tooEarly: false,
      overPlan: false,
      totalAfter: '100 mg',
    });
  });

  it('[RBK-6] a pressure older than 10 minutes is told as old', () => {
    const state = running(['vital-signs', 5, { systolic: 146, diastolic: 90 }]);
    expect(factsOf(dose(40), state, minutes(15), minutes(15)).pressure).toMatchObject({
      text: '146/90',
      old: false,
    });
    expect(factsOf(dose(40), state, minutes(16), minutes(16)).pressure?.old).toBe(true);
    expect(factsOf(dose(40), running(), minutes(1), minutes(1)).pressure).toBeNull();
  });

  it('[RBK-7] the number typed again must be the number read back', () => {
    for (const typed of ['20', ' 20 ', '20 mg', '20mg']) expect(sameAmount(typed, dose(20))).toBe(true);
    for (const typed of ['', '2', '200', '20.0', '2 0', 'mg', '20 im'])
      expect(sameAmount(typed, dose(20))).toBe(false);
  });

  it('[RBK-8] a running infusion counts up to the dose, which the findings see the same', () => {
    const which = { infusionId: 'dddddddd-0000-4000-8000-00000000000f', drug: 'ketamine' };
    // 60 mg/h is 1 mg a minute: 102 mg, the limit, less 20 mg of this dose are in after 82 minutes.
    const state = running(['infusion-start', 0, { ...which, state: 'already-given', rateMgPerHour: 60 }]);
    const at = (minute: number, nowMinute = minute) =>
      factsOf(dose(20, { route: 'iv' }), state, minutes(minute), minutes(nowMinute));
    expect(at(30)).toMatchObject({ totalAfter: '50 mg', overCeiling: false });
    // Typed for earlier: what ran in since then came after it.
    expect(at(30, 40).totalAfter).toBe('50 mg');
    expect(at(82)).toMatchObject({ totalAfter: '102 mg', overCeiling: false });
    const over = at(83);
    expect(over).toMatchObject({ totalAfter: '103 mg', overCeiling: true });
    expect(over.findings).toContainEqual({
      ruleId: 'dose-ceiling',
      totalMicrograms: 103_000,
      limitMicrograms: 102_000,
    });
    const late = at(82, 90);
    expect(late).toMatchObject({ totalAfter: '102 mg', overCeiling: false });
    expect(late.findings.map(({ ruleId }) => ruleId)).not.toContain('dose-ceiling');
  });
});
