import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import classes from './key-hints.module.css';
import type { ListKeys } from './use-list-keys.ts';

/** One key as it is printed on a keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={classes.key}>{children}</kbd>;
}

const apple = /mac|iphone|ipad/i.test(navigator.platform);
/** `Ctrl K`, or `⌘ K` where the keyboard has that. */
export function commandKey(letter: string): string {
  return `${apple ? '⌘' : 'Ctrl'} ${letter}`;
}

const text = words.keys;

/** What the letters do in a list, and the way to have none of it. Not shown where there is no keyboard to expect. */
export function ListKeyHints({ keys }: { readonly keys: ListKeys }) {
  return (
    <span className={classes.hints}>
      {keys.on && (
        <>
          <span>
            <Key>J</Key> <Key>K</Key> {text.move}
          </span>
          <span>
            <Key>↵</Key> {text.open}
          </span>
          <span>
            <Key>/</Key> {text.filter}
          </span>
        </>
      )}
      <Button look="quiet" small onClick={keys.toggle}>
        {keys.on ? text.off : text.on}
      </Button>
    </span>
  );
}
