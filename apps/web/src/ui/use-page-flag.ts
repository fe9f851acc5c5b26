import { useLayoutEffect } from 'react';

/**
 * What stands on the page at the moment, as an attribute of its root, for the styles of parts that lie elsewhere. Not
 * `:has()` on the root or the shell: with each entry the browser would ask it of every element of a room again.
 */
export type PageFlag = 'data-fills' | 'data-pad-room' | 'data-has-line' | 'data-has-pad' | 'data-has-panel';

export function usePageFlag(flag: PageFlag, on = true): void {
  useLayoutEffect(() => {
    if (!on) return;
    const { documentElement: root } = document;
    root.setAttribute(flag, '');
    return () => root.removeAttribute(flag);
  }, [flag, on]);
}
