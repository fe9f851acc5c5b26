import { initialState, type SessionState } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { LATE_AFTER_MS, lateBy } from './line-checks.ts';

const now = Date.UTC(2026, 10, 24, 15, 0);
const live = initialState('s');

describe('late entries', () => {
  it('[LIN-11] are asked why beyond ten minutes, and not at ten', () => {
    expect(lateBy(null, now, live)).toBeNull();
    expect(lateBy(now - LATE_AFTER_MS, now, live)).toBeNull();
    expect(lateBy(now - LATE_AFTER_MS - 1, now, live)).toBe(LATE_AFTER_MS + 1);
  });

  it('[LIN-12] are not asked one by one while a paper record is copied in', () => {
    const paper: SessionState = { ...live, origin: 'transcribed' };
    expect(lateBy(now - 10 * LATE_AFTER_MS, now, paper)).toBeNull();
  });
});
