import type { ReactNode } from 'react';
import classes from './keyed-value.module.css';

export function ValueName({ children, ...rest }: { children: ReactNode; 'aria-hidden'?: boolean }) {
  return (
    <span className={classes.name} {...rest}>
      {children}
    </span>
  );
}

/** What was keyed so far, or a dash, and the place where the next key goes. */
export function KeyedValue({ value, caret }: { readonly value: string; readonly caret: boolean }) {
  return (
    <>
      {value === '' ? <span className={classes.dash}>–</span> : <span>{value}</span>}
      {caret && <span className={classes.caret} aria-hidden />}
    </>
  );
}
