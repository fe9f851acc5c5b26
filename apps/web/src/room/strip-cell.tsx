import type { ReactNode } from 'react';
import classes from './strip.module.css';

/** One fact of the strip: its name, its value large, and what it stands on below. */
export function Cell(props: {
  readonly name: string;
  readonly value: ReactNode;
  readonly beside?: ReactNode;
  /** At the right edge, over the whole height. */
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.cell}>
      <div className={classes.words}>
        <div className={classes.name}>{props.name}</div>
        <div className={classes.value}>
          {props.value}
          {props.beside !== undefined && <small> {props.beside}</small>}
        </div>
        <div className={classes.under}>{props.children}</div>
      </div>
      {props.picture}
    </div>
  );
}
