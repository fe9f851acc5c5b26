import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../data/socket-states.ts';
import { isCutOff } from './cut-off.ts';

const live: ConnectionState = { type: 'live', epoch: 'e', clockOffsetMs: 0, build: 'b' };
const connecting = (attempt: number): ConnectionState => ({ type: 'connecting', attempt, downSinceMs: 0 });
const waiting: ConnectionState = { type: 'waiting-to-retry', attempt: 1, downSinceMs: 0, retryAtMs: 1 };

describe('a room without a connection', () => {
  it('is cut off once what it shows is of an earlier moment, whatever the line says meanwhile', () => {
    for (const connection of [live, connecting(0), waiting]) {
      expect(isCutOff(null, 'current', connection)).toBe(false);
      expect(isCutOff(1_000, 'not-current', connection)).toBe(true);
    }
  });

  it('that was just opened is waited for, until a try has failed', () => {
    const justOpened = (connection: ConnectionState) => isCutOff('never', 'loading', connection);
    expect([{ type: 'idle' } as const, connecting(0), live].map(justOpened)).toEqual([false, false, false]);
    expect([connecting(1), waiting].map(justOpened)).toEqual([true, true]);
    expect(justOpened({ type: 'stopped', reason: 'page-too-old' })).toBe(true);
  });

  it('that never showed all there is is cut off once its time is over, on a line that is live too', () => {
    expect(isCutOff('never', 'not-current', live)).toBe(true);
  });
});
