import { useEffect } from 'react';
import { serverNowMs, useNow } from '../data/clock.ts';
import { type Heard, heardNow, nothingHeard, soundDue, type UnseenHigh } from './sound-due.ts';
import { playTwoTone, useSoundState } from './two-tone.ts';

/** By session: a person who steps out of the room and back in within the minute hears nothing twice. */
const heardIn = new Map<string, Heard>();

/** Sounds when a tone is due. One that the browser holds back comes with the first touch, if it is still unseen. */
export function useHighSound(sessionId: string, unseen: readonly UnseenHigh[]): void {
  const state = useSoundState();
  const second = useNow(1_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second looks again
  useEffect(() => {
    const heard = heardIn.get(sessionId) ?? nothingHeard;
    const nowMs = serverNowMs();
    if (state !== 'ready' || !soundDue(unseen, heard, nowMs)) return;
    heardIn.set(sessionId, heardNow(unseen, heard, nowMs));
    playTwoTone();
  }, [sessionId, unseen, state, second]);
}
