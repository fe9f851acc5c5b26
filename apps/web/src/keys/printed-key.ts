import { words } from '../words.ts';
import { type KeyId, keyTable } from './key-table.ts';

const apple = /mac|iphone|ipad/i.test(navigator.platform);
/** The modifier of this platform as @mantine/hooks calls it: its own `mod` would take Ctrl on a Mac too. */
const modifier = apple ? 'meta' : 'ctrl';

/** The keys of a row as they are bound on this platform. */
export function boundKeys(id: KeyId): readonly string[] {
  return keyTable[id].keys.map((key) => key.replace('mod', modifier));
}

/** The caps of a row as they are printed on this keyboard: `Ctrl`, `K`. */
export function printedKey(id: KeyId): readonly string[] {
  const named = words.allKeys.caps;
  const caps: Readonly<Record<string, string>> = {
    ...signs,
    mod: apple ? '⌘' : named.control,
    Escape: named.escape,
    Tab: named.tab,
    Space: named.space,
  };
  return parts(id).map((part) => caps[part] ?? part);
}

/** For `aria-keyshortcuts`. */
export function ariaKey(id: KeyId): string {
  return parts(id)
    .map((part) => (part === 'mod' ? (apple ? 'Meta' : 'Control') : part))
    .join('+');
}

function parts(id: KeyId): readonly string[] {
  return keyTable[id].keys[0]?.split('+') ?? [];
}

const signs = { Enter: '↵', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };
