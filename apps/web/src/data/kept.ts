import { useSyncExternalStore } from 'react';
import { useMe } from './me.ts';

/** What one person chose or looked at last. */
interface Kept<Value> {
  of(personId: string): Value;
  set(personId: string, value: Value): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Kept while the page is open, so that the way back leads to the list as it was left. In memory alone: a name that
 * somebody looked for belongs neither in an address nor on the disk of a shared tablet. Nobody sees another's.
 */
export function createKept<Value>(initial: Value): Kept<Value> {
  let owner: string | null = null;
  let kept = initial;
  const listeners = new Set<() => void>();
  return {
    of: (personId) => (personId === owner ? kept : initial),
    set(personId, value) {
      owner = personId;
      kept = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useKept<Value>(kept: Kept<Value>): readonly [Value, (value: Value) => void] {
  const { person } = useMe();
  const value = useSyncExternalStore(kept.subscribe, () => kept.of(person.id));
  return [value, (next) => kept.set(person.id, next)];
}
