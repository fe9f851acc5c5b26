import { describe, expect, test } from 'vitest';
import {
  anyOf,
  append,
  at,
  ended,
  entry,
  given,
  MINUTE,
  pins,
  planned,
  started,
  steps,
  T0,
  uuid,
} from '../session/given.test-support.ts';
import { vitalsDueAt } from './vitals-due.ts';

const every15 = {
  ...started,
  command: {
    ...steps.start,
    pins: {
      ...pins,
      protocol: { ...pins.protocol, data: { ...pins.protocol.data, vitalsEveryMinutes: 15 } },
    },
  },
} as const;
const taken = (minutes: number, id = uuid(77)) => ({
  command: append(entry('vital-signs', { heartRate: 80 }, { id, happenedAt: at(minutes) })),
  nowMs: T0 + 60 * MINUTE,
});

describe('[DUE-1] vital signs due', () => {
  test('given no set yet, then one interval after the start', () => {
    expect(vitalsDueAt(given(planned, every15).state)).toBe(at(15));
  });

  test('given sets entered out of order, then after the one taken last', () => {
    expect(vitalsDueAt(given(planned, every15, taken(20), taken(10, uuid(78))).state)).toBe(at(35));
  });

  test('given a set entered in error, then it does not count', () => {
    const wrong = { command: append(anyOf('retraction', uuid(77))), nowMs: T0 + 61 * MINUTE };
    expect(vitalsDueAt(given(planned, every15, taken(20), wrong).state)).toBe(at(15));
  });

  test('given no interval, not started or ended, then nothing is due', () => {
    expect(vitalsDueAt(given(planned, started).state)).toBeNull();
    expect(vitalsDueAt(given(planned).state)).toBeNull();
    expect(vitalsDueAt(given(planned, every15, ended).state)).toBeNull();
  });
});
