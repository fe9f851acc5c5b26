import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A page beside the rail: title, a few words, what one can do, then content. */
export function Page(props: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <h1 className={classes.title}>
          {props.title} {props.beside !== undefined && <span className={classes.beside}>{props.beside}</span>}
        </h1>
        <div className={classes.actions}>{props.actions}</div>
      </header>
      <div className={props.narrow === true ? classes.narrow : undefined}>{props.children}</div>
    </main>
  );
}

export function Section(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={props.title}>
      <h2 className={classes.sectionTitle}>{props.title}</h2>
      {props.children}
    </section>
  );
}

export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className={classes.panel}>{children}</div>;
}

/** What a list says when there is nothing in it. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>;
}

/** A sentence that a person must read: what happened, what is safe, what to do. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className={classes.sentence}>
      {children}
    </p>
  );
}

export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={classes.badge}>{children}</span>;
}
