import { lazy, Suspense, useEffect } from 'react';
import { openFlag } from '../ui/open-flag.ts';
import { spoken } from '../words/language.ts';
import { useKeys } from './use-keys.ts';

const flag = openFlag();
export const openAllKeys = (): void => flag.set(true);
const close = () => flag.set(false);

const KeysDialog = lazy(async () => ({
  default: (await spoken(await import('./keys-dialog.tsx'))).KeysDialog,
}));

/** The list of all keys, from everywhere. Drawn once, beside the pages. */
export function AllKeys() {
  useKeys({ 'all-keys': openAllKeys });
  useEffect(() => close, []);
  return flag.use() ? (
    <Suspense>
      <KeysDialog onClose={close} />
    </Suspense>
  ) : null;
}
