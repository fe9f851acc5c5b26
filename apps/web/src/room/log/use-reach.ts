import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Rows that a log begins with, and by which it reaches further back: some screens of them. */
const ROWS = 100;

export interface Reach {
  /** How many rows before the first one shown there are. */
  readonly earlier: number;
  /** Shows the next ones further back; what one looks at stays where it is. */
  further(): void;
  /** Shows all of them. */
  whole(): void;
  /** One reads the newest again: older rows may go. */
  release(): void;
}

/**
 * How far back a log is drawn: the newest rows, and more when one goes there. With each entry the browser goes through
 * everything that is drawn, so the price of an entry would grow with the session. Nothing goes while one reads further
 * up, and else a hundred rows at a time.
 */
export function useReach(count: number, following: boolean, list: RefObject<HTMLElement | null>): Reach {
  const [{ from, held }, setReach] = useState({ from: 0, held: false });
  const before = useRef<{ height: number; top: number } | null>(null);
  const free = following && !held;
  if (free && count - from > 2 * ROWS) setReach({ from: count - ROWS, held });
  else if (free && from > 0 && count - from < ROWS) setReach({ from: Math.max(0, count - ROWS), held });

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step back
  useLayoutEffect(() => {
    const [box, was] = [list.current, before.current];
    before.current = null;
    if (box === null || was === null) return;
    // Most browsers hold the place by themselves; the height is asked first, so that they have.
    const grown = box.scrollHeight - was.height;
    if (box.scrollTop === was.top) box.scrollTop += grown;
  }, [from]);

  return {
    earlier: Math.min(from, count),
    further() {
      const box = list.current;
      if (box !== null) before.current = { height: box.scrollHeight, top: box.scrollTop };
      setReach({ from: Math.max(0, from - ROWS), held: true });
    },
    whole: () => setReach({ from: 0, held: true }),
    release: () => {
      if (held) setReach({ from, held: false });
    },
  };
}
