import type { ReactNode } from 'react';
import classes from './setup.module.css';

/** What belongs together on the setup page; the links on top lead to it. */
export function Group(props: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group} id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`} className={classes.groupTitle} tabIndex={-1}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

/** One thing of a group. */
export function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={props.title}>
      <h3 className={classes.partTitle}>{props.title}</h3>
      {props.children}
    </section>
  );
}
