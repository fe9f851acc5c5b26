import { useSyncExternalStore } from 'react';

/** Whose screen is locked on this device, by person id: it outlives a reload, and locks every tab. */
const LOCKED = 'tandem.locked';
/** When this device was used last, ms since the epoch by its own clock; told by every tab. */
const USED = 'tandem.used';
/** Told no more often than this. */
const TELL_EVERY_MS = 5_000;

const listeners = new Set<() => void>();
/** Where storage is blocked each tab stands alone, and a reload unlocks nothing that was never kept. */
const inMemory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return inMemory.get(key) ?? null;
  }
}

function write(key: string, value: string | null): void {
  if (value === null) inMemory.delete(key);
  else inMemory.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // In memory alone.
  }
}

/** Is the screen locked for this person? Somebody else who signs in is not locked out by it. */
export function useLocked(personId: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      window.addEventListener('storage', changed);
      return () => {
        listeners.delete(changed);
        window.removeEventListener('storage', changed);
      };
    },
    () => read(LOCKED) === personId,
  );
}

export function setLocked(personId: string | null): void {
  write(LOCKED, personId);
  if (personId === null) write(USED, String(Date.now()));
  for (const changed of listeners) changed();
}

/** Somebody touched this device. */
export function used(nowMs: number): void {
  if (nowMs - usedMs() >= TELL_EVERY_MS) write(USED, String(nowMs));
}

/** When it was touched last in any tab; 0 where nothing is known. */
export function usedMs(): number {
  const kept = Number(read(USED));
  return Number.isFinite(kept) ? kept : 0;
}
