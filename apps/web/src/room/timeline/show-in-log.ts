import { useSyncExternalStore } from 'react';

/** A row of the shared log that was asked for; a new object each time, so that asking twice shows it twice. */
export interface AskedRow {
  readonly entryId: string;
  /** Also where the log is put away. */
  readonly reveal: boolean;
}

/** How long the row stays marked, in ms. */
const MARKED_MS = 1600;

/** Beside the room's context, so that a click on a mark draws the log and nothing else. */
let asked: AskedRow | null = null;
const listeners = new Set<() => void>();

/** Brings the row of an entry into view, whatever the log was filtered by. */
export function showInLog(entryId: string, reveal: boolean): void {
  answer({ entryId, reveal });
}

/** For the log: the row that it should show, until it has. */
export function useAskedRow(): AskedRow | null {
  return useSyncExternalStore(subscribe, () => asked);
}

/** For the log, once it shows all that it has: scrolls to the row, if it is there, and marks it for a moment. */
export function showRow({ entryId, reveal }: AskedRow, list: HTMLElement | null): void {
  answer(null);
  const row = list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entryId)}"]`);
  if (list === null || row == null) return;
  // After what React is drawing now: whoever put the log away draws it at once.
  queueMicrotask(() => {
    if (reveal) list.dispatchEvent(new Event('reveal', { bubbles: true }));
    row.scrollIntoView({ block: 'center' });
    row.animate(
      [{ backgroundColor: 'var(--t-accentSoft)' }, { backgroundColor: 'var(--t-accentSoft)' }, {}],
      MARKED_MS,
    );
  });
}

function answer(next: AskedRow | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
