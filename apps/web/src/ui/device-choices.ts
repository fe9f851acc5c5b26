import { useSyncExternalStore } from 'react';

/** Key in localStorage; `daylight` in it is read before the first paint by public/first-paint.js. */
const DEVICE_KEY = 'tandem.device';

/** How a person's hands work on this device: two people share a tablet, and neither changes it for the other. */
export interface HandChoices {
  /** The side of the keypad. */
  readonly hand: 'right' | 'left';
  /** Nitrile gloves: larger keys, wider gaps. */
  readonly gloves: boolean;
  /** A dose is confirmed by pressing twice instead of holding. */
  readonly pressTwice: boolean;
}

export interface Kept {
  /** The bright theme in its high contrast. Of the device: the sun shines on everybody. */
  readonly daylight?: boolean;
  readonly people?: Readonly<Record<string, Partial<HandChoices>>>;
}

const usual: HandChoices = { hand: 'right', gloves: false, pressTwice: false };
const listeners = new Set<() => void>();
let kept: Kept | null = null;

/** What storage holds; nothing where it is no choice of ours. */
export function keptIn(text: string | null): Kept {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

export function withHand(before: Kept, personId: string, choice: Partial<HandChoices>): Kept {
  const { people = {}, ...device } = before;
  return { ...device, people: { ...people, [personId]: { ...people[personId], ...choice } } };
}

/** Storage can be blocked: the choices then last as long as the page. */
function read(): Kept {
  try {
    kept ??= keptIn(localStorage.getItem(DEVICE_KEY));
  } catch {
    kept = {};
  }
  return kept;
}

function keep(next: Kept): void {
  kept = next;
  try {
    localStorage.setItem(DEVICE_KEY, JSON.stringify(next));
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

function useKeptChoices(): Kept {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export function useHandChoices(personId: string): HandChoices {
  return { ...usual, ...useKeptChoices().people?.[personId] };
}

export function chooseHand(personId: string, choice: Partial<HandChoices>): void {
  keep(withHand(read(), personId, choice));
}

export function useDaylight(): boolean {
  return useKeptChoices().daylight === true;
}

export function chooseDaylight(daylight: boolean): void {
  keep({ ...read(), daylight });
  document.documentElement.toggleAttribute('data-daylight', daylight);
}
