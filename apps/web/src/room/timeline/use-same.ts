import { useRef } from 'react';

/**
 * Each part from before while its content is the same, so that a memoised lane is not drawn again because another
 * lane has something new; the whole from before while all of them are. For plain data only.
 */
export function useSameParts<Parts extends object>(parts: Parts): Parts {
  const kept = useRef(parts);
  const before = kept.current;
  const names = Object.keys(parts) as (keyof Parts)[];
  const changed = names.filter((name) => !isSame(before[name], parts[name]));
  if (changed.length > 0)
    kept.current = { ...before, ...Object.fromEntries(changed.map((name) => [name, parts[name]])) };
  return kept.current;
}

/** Of the same content? What is the same object needs no looking into: mostly it is, thousands of times. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** How often the caller was drawn, for `data-draws`: a test holds it against what the record changed. */
export function useDraws(): number {
  const count = useRef(0);
  count.current += 1;
  return count.current;
}
