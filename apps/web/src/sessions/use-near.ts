import { type RefObject, useEffect, useState } from 'react';

/** Rows this far outside of the window are drawn already: K and J find the next one there. */
const MARGIN = '1200px 0px';

/** Is the element in the window or about to be? */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(true);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry !== undefined) setNear(entry.isIntersecting);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
