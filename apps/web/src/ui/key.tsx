import type { ReactNode } from 'react';
import classes from './key-hints.module.css';

/** One key as it is printed on a keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={classes.key}>{children}</kbd>;
}
