import { type RefObject, useEffect } from 'react';

/** Asks for more when the end of the list comes near the window. */
export function useLoadMore(end: RefObject<HTMLElement | null>, hasMore: boolean, load: () => void): void {
  useEffect(() => {
    const target = end.current;
    if (target === null || !hasMore) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) load();
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [end, hasMore, load]);
}
