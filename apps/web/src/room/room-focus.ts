import { type RefObject, useEffect, useRef } from 'react';

const hasFinePointer = () => !matchMedia('(pointer: coarse)').matches;
const lineIn = (room: Element | null) => room?.querySelector<HTMLElement>('[data-entry-line] input') ?? null;

/** From the round: the room was opened to take vital signs. */
export function cameForVitals(): boolean {
  return location.hash === '#vitals';
}

/** Out of the line, to the readings that the arrow keys step, or to the room itself while there are none. */
export function leaveLine(line: HTMLElement | null): void {
  const room = line?.closest('main');
  (room?.querySelector<HTMLElement>('[role="slider"]') ?? room)?.focus({ focusVisible: true });
}

export function enterLine(room: HTMLElement | null): void {
  lineIn(room)?.focus();
}

/** "Take now": the line, or the keys of vital signs whatever was open there. */
export function takeVitals(room: HTMLElement | null): void {
  const keypad = room?.querySelector('[data-keypad]') ?? null;
  if (keypad === null) enterLine(room);
  else keypad.dispatchEvent(new Event('take-vitals'));
}

/**
 * What had the focus may go while one works: a button that was answered, a bar that ran out. The keyboard then goes
 * on in the line, and is never nowhere. Who pointed at an empty place keeps what they pointed at.
 */
export function useKeptFocus(room: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (!nowhere || last.current?.isConnected === true || document.querySelector('dialog[open]') !== null)
      return;
    ((hasFinePointer() ? lineIn(room.current) : null) ?? room.current)?.focus({ preventScroll: true });
  });
}
