import type { ReactNode } from 'react';
import classes from './pad-remark.module.css';

/** A place for one sentence, which is always there: no key moves under a finger for it. */
export function PadRemark({ asks = false, children }: { readonly asks?: boolean; children: ReactNode }) {
  return (
    <div className={classes.remark} data-with-keys data-asks={asks || undefined}>
      {children}
    </div>
  );
}

export function PadSentence({ children }: { children: ReactNode }) {
  return <p className={classes.sentence}>{children}</p>;
}

/** What is wrong, read out when it is; what is still to come is not, with every value again. */
export function PadTrouble({ children }: { children: ReactNode }) {
  return (
    <p className={classes.sentence} data-trouble aria-live="polite">
      {children}
    </p>
  );
}

/** What can be done about it, at the end of its line. */
export function PadWays({ children }: { children: ReactNode }) {
  return <span className={classes.ways}>{children}</span>;
}
