import { describe, expect, test } from 'vitest';
import type { EmergencyMark } from '../entries/emergency.ts';
import { emergencyOf } from './emergency.ts';
import {
  append,
  at,
  ended,
  entry,
  given,
  lead,
  MINUTE,
  nurse,
  physician,
  planned,
  started,
  T0,
  type Told,
  therapist,
  uuid,
} from './given.test-support.ts';

const stamp = (minute: number, mark: EmergencyMark, id?: string): Told => ({
  command: append(
    entry('emergency', { mark }, { happenedAt: at(minute), ...(id === undefined ? {} : { id }) }),
  ),
  nowMs: T0 + minute * MINUTE,
});
const marksOf = (...told: Told[]) => {
  const found = emergencyOf(given(planned, started, ...told).state);
  return found === null
    ? null
    : {
        from: (found.declaredMs - T0) / MINUTE,
        over: found.overMs === null ? null : (found.overMs - T0) / MINUTE,
        marks: found.marks.map(({ data }) => data.mark),
      };
};

describe('[EMG-1] an emergency', () => {
  test('without a declaration there is none', () => {
    expect(marksOf()).toBeNull();
    expect(marksOf(stamp(1, 'oxygen'))).toBeNull();
  });

  test('runs from its declaration until it is over, or left with EMS', () => {
    expect(marksOf(stamp(2, 'declared'), stamp(3, 'oxygen'))).toEqual({
      from: 2,
      over: null,
      marks: ['declared', 'oxygen'],
    });
    expect(marksOf(stamp(2, 'declared'), stamp(9, 'over'))?.over).toBe(9);
    expect(marksOf(stamp(2, 'declared'), stamp(8, 'left-with-ems'), stamp(9, 'over'))?.over).toBe(8);
  });

  test('the last one counts, without the stamps of the one before', () => {
    expect(marksOf(stamp(2, 'declared'), stamp(4, 'over'), stamp(6, 'declared'), stamp(7, 'airway'))).toEqual(
      {
        from: 6,
        over: null,
        marks: ['declared', 'airway'],
      },
    );
  });

  test('a stamp entered in error leaves it', () => {
    const wrong = { command: append(entry('retraction', { entryId: uuid(80), reason: 'Wrong key.' })) };
    expect(marksOf(stamp(2, 'declared'), stamp(3, 'over', uuid(80)), wrong)).toMatchObject({ over: null });
  });
});

test('[EMG-2] declared by two people, it is one that counts from the first', () => {
  expect(marksOf(stamp(2, 'declared'), stamp(3, 'help-called'), stamp(4, 'declared'))).toEqual({
    from: 2,
    over: null,
    marks: ['declared', 'help-called', 'declared'],
  });
});

test.each([
  [physician, null],
  [nurse, null],
  [therapist, null],
  [lead, 'role-may-not'],
])('[EMG-3] $role.role declares: %s', (who, code) => {
  const declare = append(entry('emergency', { mark: 'declared' }));
  expect(given(planned, started).when(declare, who).refusal?.refused ?? null).toBe(code);
  expect(given(planned, started, ended).when(declare, who).refusal?.refused ?? null).toBe(code);
});

test('[EMG-3] a planned session has no emergency', () => {
  const declare = append(entry('emergency', { mark: 'declared' }, { happenedAt: at(-10) }));
  expect(given(planned).when(declare, physician).refusal?.refused).toBe('session-not-started');
});
