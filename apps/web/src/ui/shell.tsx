import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** Rail on the left (below on a phone), page on the right. */
export function Shell(props: { readonly rail: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <nav className={classes.rail} aria-label="Tandem">
        {props.rail}
      </nav>
      <div id="content" className={classes.content}>
        {props.children}
      </div>
    </div>
  );
}

/** Class of a rail entry: icon and word, the current page marked. */
export const railItem = classes.item ?? '';
export const railBottom = classes.bottom ?? '';

export function RailWord(props: { readonly icon: Icon; readonly word: string }) {
  return (
    <>
      <props.icon size={22} stroke={1.6} aria-hidden />
      <span className={classes.word}>{props.word}</span>
    </>
  );
}

export function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <path
        d="M4 23c6 0 6-13 12-13s6 13 12 13"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
