import type { LineReading } from '@tandem/domain';
import { useSyncExternalStore } from 'react';

/**
 * What stands in the entry line right now, for those who show it elsewhere: the line writes it, the timeline's ghost
 * reads it. Beside the room's context, so that a keystroke draws the ghost and nothing else.
 */
let typed: LineReading | null = null;
const listeners = new Set<() => void>();

/** Null when there is no entry line on the screen. */
export function showTyped(reading: LineReading | null): void {
  typed = reading;
  for (const listener of listeners) listener();
}

export function useTyped(): LineReading | null {
  return useSyncExternalStore(subscribe, () => typed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
