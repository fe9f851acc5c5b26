import { useSyncExternalStore } from 'react';

export interface OpenFlag {
  set(open: boolean): void;
  use(): boolean;
}

/** Whether a dialog is open that is drawn in one place and asked for from many. */
export function openFlag(): OpenFlag {
  let isOpen = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    set(open) {
      isOpen = open;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => isOpen),
  };
}
