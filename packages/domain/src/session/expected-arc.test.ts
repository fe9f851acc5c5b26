import { describe, expect, test } from 'vitest';
import { under } from '../rules/notices.test-support.ts';
import { expectedArc, nextPhase } from './expected-arc.ts';
import {
  at,
  doseGiven,
  entry,
  given,
  inSession,
  MINUTE,
  physician,
  recorded,
  T0,
} from './given.test-support.ts';

const withArc = under({
  arc: [
    { phase: 'settling', fromMinute: -20 },
    { phase: 'onset', fromMinute: 4 },
    { phase: 'peak', fromMinute: 10 },
    { phase: 'return', fromMinute: 50 },
  ],
});
const dose = (minute: number) => doseGiven({}, { happenedAt: at(minute) });
const phase = (name: string, minute: number) =>
  entry('phase', { phase: name } as never, { happenedAt: at(minute) });
const after = (...entries: ReturnType<typeof entry>[]) => ({
  ...recorded(physician, ...entries),
  nowMs: T0 + 90 * MINUTE,
});
const named = (log: { state: Parameters<typeof expectedArc>[0] }) =>
  expectedArc(log.state).map(({ phase: name, fromMs, toMs }) => [
    name,
    (fromMs - T0) / MINUTE,
    toMs === null ? null : (toMs - T0) / MINUTE,
  ]);

describe('the phases that a protocol expects', () => {
  test('[ARC-2] given no dose, or a protocol without an arc, then none is expected', () => {
    expect(named(given(...withArc))).toEqual([]);
    expect(named(inSession(after(dose(0))))).toEqual([]);
  });

  test('[ARC-2] given a first dose and no phase, then all of the arc, from that dose on and each until the next', () => {
    expect(named(given(...withArc, after(dose(6), dose(20))))).toEqual([
      ['settling', -14, 10],
      ['onset', 10, 16],
      ['peak', 16, 56],
      ['return', 56, null],
    ]);
  });

  test('[ARC-2] given a phase that somebody set, then those after it, also where the arc does not name it', () => {
    expect(named(given(...withArc, after(dose(0), phase('onset', 3))))).toEqual([
      ['peak', 10, 50],
      ['return', 50, null],
    ]);
    expect(named(given(...withArc, after(dose(0), phase('plateau', 30))))).toEqual([['return', 50, null]]);
    expect(named(given(...withArc, after(dose(0), phase('return', 30))))).toEqual([]);
  });

  test('[ARC-2] given a phase whose time has passed unset, then it stays expected', () => {
    expect(named(given(...withArc, after(dose(0), phase('settling', 60))))[0]).toEqual(['onset', 4, 10]);
  });
});

describe('the phase that one tap offers', () => {
  test('[ARC-3] given an arc, then its next phase; else the next in the usual order; after the last none', () => {
    expect(nextPhase(inSession().state)).toBe('settling');
    expect(nextPhase(inSession(after(phase('peak', 10))).state)).toBe('plateau');
    expect(nextPhase(given(...withArc, after(dose(0), phase('peak', 10))).state)).toBe('return');
    expect(nextPhase(inSession(after(phase('grounding', 80))).state)).toBeNull();
  });
});
