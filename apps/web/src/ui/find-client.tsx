import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';
import { ariaKey } from '../keys/printed-key.ts';
import { useKeys } from '../keys/use-keys.ts';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import { openFlag } from './open-flag.ts';

const flag = openFlag();
const open = () => flag.set(true);
const close = () => flag.set(false);

/** Whether the dialog is open, for the one place that draws it; its key opens it from everywhere. */
export function useFindClient(): { readonly open: boolean; close(): void } {
  useKeys({ 'find-client': open });
  useEffect(() => close, []);
  return { open: flag.use(), close };
}

/** For pages from which one looks for a client. */
export function FindClientButton() {
  return (
    <Button aria-haspopup="dialog" aria-keyshortcuts={ariaKey('find-client')} onClick={open}>
      <IconSearch size={18} stroke={1.8} aria-hidden />
      {words.findClient.button}
      <KeyCaps id="find-client" />
    </Button>
  );
}
