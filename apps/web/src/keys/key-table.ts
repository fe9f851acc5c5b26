import type { Operation } from '@tandem/domain';

/** Where a key works, in the order in which the list of all keys shows them. */
export const keyPlaces = ['everywhere', 'room', 'line', 'readings', 'lists', 'replay'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

export interface KeyRow {
  /**
   * As `useHotkeys` of @mantine/hooks takes them; the first is the one that is shown. Where a sign needs Shift on
   * many keyboards, the key with Shift counts as well.
   */
  readonly keys: readonly string[];
  readonly place: KeyPlace;
  /** Shown to those only who may do it. */
  readonly needs?: Operation;
  /** Works over an open dialog too. Any other key waits until that is answered. */
  readonly overDialogs?: true;
  /** Held down, it goes on. Any other key counts once, however long it is held. */
  readonly repeats?: true;
  /** The browser's own, or that of a control which the arrow keys step by its role: shown, and not bound here. */
  readonly native?: true;
}

/**
 * Every key of the dashboard: what `useKeys` and `keysOf` bind, what the hints print and what the list of all keys
 * shows. Chromium keeps Ctrl N, T, W and Tab for itself and leaves these to a page; the same letters with ⌘ on a Mac.
 */
const table = {
  'find-client': { keys: ['mod+K'], place: 'everywhere', needs: 'patient.read' },
  theme: { keys: ['mod+.', 'mod+shift+.'], place: 'everywhere', overDialogs: true },
  'all-keys': { keys: ['mod+/', 'mod+shift+/'], place: 'everywhere' },

  dose: { keys: ['mod+D'], place: 'room', needs: 'doses.write' },
  seen: { keys: ['mod+E'], place: 'room', needs: 'events.write' },
  log: { keys: ['mod+L'], place: 'room' },

  record: { keys: ['Enter'], place: 'line' },
  emergency: { keys: ['!'], place: 'line', needs: 'events.write', native: true },
  'amend-last': { keys: ['ArrowUp'], place: 'line' },
  'take-over': { keys: ['Tab'], place: 'line' },
  leave: { keys: ['Escape'], place: 'line' },
  'undo-typing': { keys: ['mod+Z'], place: 'line', native: true },

  'step-back': { keys: ['ArrowLeft'], place: 'readings', native: true },
  'step-on': { keys: ['ArrowRight'], place: 'readings', native: true },

  'row-down': { keys: ['J'], place: 'lists', repeats: true },
  'row-up': { keys: ['K'], place: 'lists', repeats: true },
  'open-row': { keys: ['Enter'], place: 'lists', native: true },
  replay: { keys: ['R'], place: 'lists', needs: 'session.list' },
  filter: { keys: ['/', 'shift+/'], place: 'lists' },

  play: { keys: ['Space'], place: 'replay', native: true },
  'stop-before': { keys: ['[', 'P'], place: 'replay' },
  'next-stop': { keys: [']', 'N'], place: 'replay' },
} as const satisfies Record<string, KeyRow>;

export type KeyId = keyof typeof table;
export const keyIds = Object.keys(table) as readonly KeyId[];
export const keyTable: Readonly<Record<KeyId, KeyRow>> = table;
