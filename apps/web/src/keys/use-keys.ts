import { getHotkeyHandler, type HotkeyItem, useHotkeys } from '@mantine/hooks';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { type KeyId, keyTable } from './key-table.ts';
import { boundKeys } from './printed-key.ts';

export type KeyActions = { readonly [Id in KeyId]?: () => void };

/** Keys with a modifier, wherever the focus is, while the component that asks is on the screen. */
export function useKeys(actions: KeyActions): void {
  useHotkeys(itemsOf(actions), []);
}

/** Single letters: only while no field has the focus (WCAG 2.1.4). */
export function useLetterKeys(actions: KeyActions): void {
  useHotkeys(itemsOf(actions));
}

/** The same for one element: its `onKeyDown`. While an input method composes a word, its keys are not ours. */
export function keysOf(actions: KeyActions): (event: ReactKeyboardEvent<HTMLElement>) => void {
  const handle = getHotkeyHandler(itemsOf(actions));
  return (event) => {
    if (!event.nativeEvent.isComposing) handle(event);
  };
}

/** The key is taken from the browser even when it waits: Ctrl D must not bookmark a client's name. */
function itemsOf(actions: KeyActions): HotkeyItem[] {
  return (Object.entries(actions) as [KeyId, () => void][]).flatMap(([id, act]) =>
    boundKeys(id).map((key): HotkeyItem => [key, (event) => mayAct(id, event) && act()]),
  );
}

function mayAct(id: KeyId, event: KeyboardEvent): boolean {
  const { repeats = false, overDialogs = false, place } = keyTable[id];
  if (event.repeat && !repeats) return false;
  return overDialogs || place === 'line' || document.querySelector('dialog[open]') === null;
}
