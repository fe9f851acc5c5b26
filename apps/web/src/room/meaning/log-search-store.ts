import { useSyncExternalStore } from 'react';

/** What the log is searched by; null: it is not. Beside the room's context, so that a keystroke draws the log alone. */
export interface Search {
  readonly query: string;
  /** Any of them. */
  readonly tags: readonly string[];
}

interface Searched {
  readonly search: Search | null;
  /** Ids of the entries that match; null while nothing is asked. */
  readonly found: ReadonlySet<string> | null;
}

const nothing: Searched = { search: null, found: null };
let now = nothing;
const listeners = new Set<() => void>();

export function setSearch(search: Search | null): void {
  tell(search === null ? nothing : { ...now, search });
}

export function setFound(found: Searched['found']): void {
  if (now.search !== null && now.found !== found) tell({ ...now, found });
}

export function useSearched(): Searched {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

function tell(next: Searched): void {
  now = next;
  for (const listener of listeners) listener();
}
