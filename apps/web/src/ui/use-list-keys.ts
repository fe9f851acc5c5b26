import { type RefObject, useState } from 'react';
import { useLetterKeys } from '../keys/use-keys.ts';

const KEY = 'tandem.list-keys';

export interface ListKeys {
  readonly on: boolean;
  toggle(): void;
}

/**
 * J and K move the focus along the `data-row` links of a list, `/` goes to its filter if it has one, Enter opens as on any link.
 * Single letters, so only while no field has focus and no dialog is open, and they can be turned off for good
 * (WCAG 2.1.4).
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  filter?: RefObject<HTMLInputElement | null>,
): ListKeys {
  const [on, setOn] = useState(lettersOn);
  useLetterKeys(
    on
      ? {
          'row-down': () => move(list.current, 1),
          'row-up': () => move(list.current, -1),
          ...(filter !== undefined && {
            filter() {
              filter.current?.focus();
              filter.current?.select();
            },
          }),
        }
      : {},
  );
  return {
    on,
    toggle() {
      setOn(!on);
      keepOn(!on);
    },
  };
}

function move(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Do single letters do anything on this device? */
export function lettersOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function keepOn(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Where nothing can be kept it holds until the page is left.
  }
}
