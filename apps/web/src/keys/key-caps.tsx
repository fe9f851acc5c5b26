import { Key } from '../ui/key.tsx';
import type { KeyId } from './key-table.ts';
import { printedKey } from './printed-key.ts';

/** One row's keys as they are printed on this keyboard. */
export function KeyCaps({ id }: { readonly id: KeyId }) {
  return <Key>{printedKey(id).join(' ')}</Key>;
}
