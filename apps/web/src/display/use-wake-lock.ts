import { useEffect, useState } from 'react';

/**
 * Keeps the screen on while the page is seen. The browser takes the lock back when the page is hidden, so it is asked
 * for again each time the page comes back.
 * @returns false once the browser has said that it cannot (no such thing there, or the address is not https)
 */
export function useWakeLock(): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
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
  }, []);
  return isKept;
}
