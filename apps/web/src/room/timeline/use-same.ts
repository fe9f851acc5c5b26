import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Each part from before while its content is the same, so that a memoised lane is not drawn again because another
 * lane has something new; the whole from before while all of them are. For plain data only.
 */
export function useSameParts<Parts extends object>(parts: Parts): Parts {
  const kept = useRef(parts);
  kept.current = replaceEqualDeep(kept.current, parts);
  return kept.current;
}

/** How often the caller was drawn, for `data-draws`: a test holds it against what the record changed. */
export function useDraws(): number {
  const count = useRef(0);
  count.current += 1;
  return count.current;
}
