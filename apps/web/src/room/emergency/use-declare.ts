import { useCallback, useEffect, useState } from 'react';
import { loadLaterParts } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { useEmergency } from './use-emergency.ts';

/** The first press holds for so long. */
const ARMED_MS = 4_000;

/**
 * Two presses declare: one alone may be a sleeve on the glass. No gate stands before it and no network is needed. While
 * one runs, a single press opens its keys.
 */
export function useDeclare(): { readonly armed: boolean; press(detail?: string): void; drop(): void } {
  const room = useRoom();
  const running = useEmergency()?.overMs === null;
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = window.setTimeout(() => setArmed(false), ARMED_MS);
    return () => window.clearTimeout(timer);
  }, [armed]);

  function press(detail = ''): void {
    if (!mayRecord(room, 'emergency')) return;
    if (!running && !armed) {
      loadLaterParts();
      setArmed(true);
      return;
    }
    setArmed(false);
    if (!running) {
      const data = { mark: 'declared', ...(detail === '' ? {} : { detail }) } as const;
      room.record({ kind: 'emergency', data, happenedAtMs: null, line: '' });
    }
    room.setTask({ type: 'emergency' });
  }
  return { armed, press, drop: useCallback(() => setArmed(false), []) };
}
