import { describe, expect, test } from 'vitest';
import { given, pins, planned, type Told } from '../session/given.test-support.ts';
import { initialState } from '../session/state.ts';
import { anaestheticMicrograms, doseLimits } from './dose-limits.ts';
import { under } from './notices.test-support.ts';

const unknown = { ceilingMicrograms: null, minimumIntervalMinutes: null, plannedMicrograms: null };

/** The same session with nobody's weight in it. */
function unweighed(told: readonly Told[]) {
  const { state } = given(...told);
  const { weightKg: _, ...plan } = state.plan ?? { weightKg: 0 };
  return { ...state, plan, pins: { ...pins, ...state.pins, weightKg: null } } as typeof state;
}

describe('[DOS-8] what is not known makes no limit', () => {
  test('before a plan and before a start nothing is known', () => {
    expect(doseLimits(initialState('0'))).toEqual(unknown);
    expect(doseLimits(given(planned).state)).toEqual(unknown);
    expect(anaestheticMicrograms(initialState('0'), 'iv')).toBeNull();
  });

  test('without a weight a ceiling per kg is none, and never 0 mg; the one in mg stands alone', () => {
    expect(doseLimits(unweighed(under({ ceilingMgPerKg: 1.5 }))).ceilingMicrograms).toBeNull();
    expect(doseLimits(unweighed(under({ ceilingMg: 80, ceilingMgPerKg: 1.5 }))).ceilingMicrograms).toBe(
      80_000,
    );
    expect(doseLimits(given(...under({ ceilingMgPerKg: 1.5 })).state).ceilingMicrograms).toBe(102_600);
  });

  test('without a weight no amount is in the anaesthetic range, and never every amount', () => {
    const session = under({});
    expect(anaestheticMicrograms(unweighed(session), 'iv')).toBeNull();
    expect(anaestheticMicrograms(given(...session).state, 'iv')).toBe(68_400);
    expect(anaestheticMicrograms(given(...session).state, 'sl')).toBeNull();
  });
});
