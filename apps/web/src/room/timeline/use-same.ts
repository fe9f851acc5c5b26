import { useRef } from 'react';

/**
 * Each part from before while its content is the same, so that a memoised lane is not drawn again because another
 * lane has something new; the whole from before while all of them are. For small plain data only.
 */
export function useSameParts<Parts extends object>(parts: Parts): Parts {
  const kept = useRef(parts);
  const texts = useRef<Partial<Record<keyof Parts, string>>>({});
  if (parts === kept.current && Object.keys(texts.current).length > 0) return parts;
  const changed: Partial<Parts> = {};
  for (const name of Object.keys(parts) as (keyof Parts)[]) {
    const text = JSON.stringify(parts[name]);
    if (text === texts.current[name]) continue;
    texts.current[name] = text;
    changed[name] = parts[name];
  }
  if (Object.keys(changed).length > 0) kept.current = { ...kept.current, ...changed };
  return kept.current;
}

/** How often the caller was drawn, for `data-draws`: a test holds it against what the record changed. */
export function useDraws(): number {
  const count = useRef(0);
  count.current += 1;
  return count.current;
}
