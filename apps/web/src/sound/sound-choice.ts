import type { Role } from '@tandem/domain';
import { useSyncExternalStore } from 'react';

export type SoundChoice = 'on' | 'off';

const keyOf = (personId: string) => `tandem.sound.${personId}`;
const listeners = new Set<() => void>();
/** Where storage is blocked it is known until the next reload. */
const inMemory = new Map<string, SoundChoice>();

/** A therapist's screen is silent, and so is everybody's who does not answer for the body. */
export function mayHear(role: Role): boolean {
  return role === 'physician' || role === 'nurse';
}

/** What this person chose on this device; null while they were not asked. */
export function useSoundChoice(personId: string): SoundChoice | null {
  return useSyncExternalStore(listen, () => choiceOf(personId));
}

export function chooseSound(personId: string, choice: SoundChoice): void {
  inMemory.set(personId, choice);
  try {
    localStorage.setItem(keyOf(personId), choice);
  } catch {
    // In memory alone.
  }
  for (const changed of listeners) changed();
}

function choiceOf(personId: string): SoundChoice | null {
  try {
    const kept = localStorage.getItem(keyOf(personId));
    if (kept === 'on' || kept === 'off') return kept;
  } catch {
    // In memory alone.
  }
  return inMemory.get(personId) ?? null;
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  // Another tab of the same device.
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}
