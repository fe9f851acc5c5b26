import { useQuery } from '@tanstack/react-query';
import { useMatch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { usePinnedRoom } from '../data/pinned-room.ts';
import { runningQuery } from '../data/queries.ts';
import { spoken } from '../words/language.ts';
import { lockDue } from './lock-due.ts';
import { setLocked, used, usedMs, useLocked } from './lock-state.ts';
import { tellOpened } from './opened-untold.ts';

const loadScreen = async () => ({
  default: (await spoken(await import('./lock-screen.tsx'))).LockScreen,
});
const LockScreen = lazy(loadScreen);
const LOOK_EVERY_MS = 5_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the screen of a device that nobody touches. What is on it stays as it is, behind the lock. */
export function Lock() {
  const { person, clinic } = useMe();
  const minutes = useLiveRoom() ? clinic.liveLockMinutes : clinic.lockMinutes;
  const locked = useLocked(person.id);
  // Until here the page was hidden if this device was locked: by whom is known now.
  useEffect(() => document.documentElement.removeAttribute('data-locked'), []);
  // Fetched ahead: it has to come when there is no network. Failing here, it is asked for again when it locks.
  useEffect(() => void loadScreen().catch(() => {}), []);
  useEffect(() => {
    if (locked) return;
    const touched = () => used(Date.now());
    // Opening a page is a touch; a page that comes back from a reload while it was due is not.
    if (usedMs() === 0) touched();
    for (const touch of TOUCHES) document.addEventListener(touch, touched, { capture: true, passive: true });
    const look = () => {
      void tellOpened(person.id);
      if (lockDue(usedMs(), Date.now(), minutes)) setLocked(person.id);
    };
    look();
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    // A tablet that wakes is looked at at once: its timers slept as well.
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const touch of TOUCHES) document.removeEventListener(touch, touched, { capture: true });
    };
  }, [locked, minutes, person.id]);
  return locked ? (
    <Suspense fallback={<dialog open style={{ position: 'fixed', inset: 0 }} />}>
      <LockScreen />
    </Suspense>
  ) : null;
}

/** A session runs in the room that this device stands in, and that session's room is what it shows. */
function useLiveRoom(): boolean {
  const may = useMay();
  const pinned = usePinnedRoom();
  const here = useMatch({ from: '/app/s/$sessionId', shouldThrow: false })?.params.sessionId ?? null;
  const running = useQuery({
    ...runningQuery,
    enabled: may('board.read') && pinned !== null && here !== null,
  });
  if (pinned === null || here === null) return false;
  return running.data?.items.some(({ id, room }) => id === here && room?.id === pinned.id) === true;
}
