import { useEffect, useState } from 'react';

/**
 * Keeps the screen on while it is wanted and the page is seen: a tablet that sleeps takes the countdown with it. The
 * browser takes the lock back when the page is hidden, so it is asked for again each time the page comes back; it may
 * refuse, to save its battery.
 * @returns false once the browser has said that it cannot (no such thing there, or the address is not https)
 */
export function useWakeLock(isWanted: boolean): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (!isWanted) return;
    let held: WakeLockSentinel | null = null;
    let ended = false;
    async function hold(): Promise<void> {
      if (document.visibilityState !== 'visible' || held?.released === false) return;
      try {
        if (!('wakeLock' in navigator)) throw new Error('no wake lock');
        held = await navigator.wakeLock.request('screen');
        if (ended) await held.release();
        setKept(true);
      } catch {
        setKept(false);
      }
    }
    const again = () => void hold();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', again);
      held?.release().catch(() => {
        // It is gone already.
      });
    };
  }, [isWanted]);
  return isKept;
}
