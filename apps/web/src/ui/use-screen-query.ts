import { useSyncExternalStore } from 'react';

/** What each query said of the screen last. */
const known = new Map<string, boolean>();

/**
 * Does a media query hold for the screen? A sheet of paper is as narrow as a tablet, and a page that is printed must not
 * be laid out anew for it: what was open in it would be gone afterwards.
 */
export function useScreenQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => {
      const held = known.get(query);
      if (held !== undefined && matchMedia('print').matches) return held;
      const { matches } = matchMedia(query);
      known.set(query, matches);
      return matches;
    },
  );
}
