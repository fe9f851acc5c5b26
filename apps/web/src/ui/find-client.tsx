import { IconSearch } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import { commandKey, Key } from './key-hints.tsx';

let open = false;
const listeners = new Set<() => void>();

function setOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the dialog is open, for the one place that draws it; ⌘K or Ctrl+K opens it from everywhere. */
export function useFindClient(): { readonly open: boolean; close(): void } {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      // Another question is open: it is answered first.
      if (document.querySelector('dialog[open]') === null) setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      setOpen(false);
    };
  }, []);
  return { open: useSyncExternalStore(subscribe, () => open), close: () => setOpen(false) };
}

/** For pages from which one looks for a client. */
export function FindClientButton() {
  return (
    <Button aria-haspopup="dialog" aria-keyshortcuts="Meta+K Control+K" onClick={() => setOpen(true)}>
      <IconSearch size={18} stroke={1.8} aria-hidden />
      {words.findClient.button}
      <Key>{commandKey('K')}</Key>
    </Button>
  );
}
