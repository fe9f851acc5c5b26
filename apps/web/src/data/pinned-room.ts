import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useMe } from './me.ts';

/** The room that a device stands in, told once by a person and kept on the device for everyone who uses it. */
const pinnedSchema = z.object({ clinicId: z.string(), id: z.string(), name: z.string() });
export type PinnedRoom = z.infer<typeof pinnedSchema>;

const KEY = 'tandem.room';
const listeners = new Set<() => void>();
/** Where storage is blocked it is known until the next reload. */
let inMemory: string | null = null;
let stored = true;
let read: { readonly text: string | null; readonly room: PinnedRoom | null } = { text: null, room: null };

/** The room of this device, or null: not in a room, or in one of another clinic. */
export function usePinnedRoom(): PinnedRoom | null {
  const { clinic } = useMe();
  const room = useSyncExternalStore(listen, current);
  return room?.clinicId === clinic.id ? room : null;
}

/** False where this browser keeps nothing. */
export function pinRoom(room: PinnedRoom | null): boolean {
  const text = room === null ? null : JSON.stringify(room);
  inMemory = text;
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    stored = true;
  } catch {
    stored = false;
  }
  for (const changed of listeners) changed();
  return stored;
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

/** The same object while nothing changed, as React asks of a snapshot. */
function current(): PinnedRoom | null {
  const text = storedText();
  if (text !== read.text) read = { text, room: roomIn(text) };
  return read.room;
}

function storedText(): string | null {
  if (!stored) return inMemory;
  try {
    return localStorage.getItem(KEY);
  } catch {
    return inMemory;
  }
}

function roomIn(text: string | null): PinnedRoom | null {
  if (text === null) return null;
  try {
    return pinnedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
