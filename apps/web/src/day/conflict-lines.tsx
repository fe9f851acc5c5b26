import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Session } from '@tandem/wire';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { words } from '../words/list-pages.ts';
import classes from './conflict-lines.module.css';
import { conflictsOf, type Wanted } from './conflicts.ts';
import { conflictWords } from './session-words.ts';

/**
 * What would stand in the way, told while a place is chosen. Not knowing is told as well: no words must never mean
 * "nobody looked".
 */
export function ConflictLines(props: {
  readonly wanted: Wanted;
  /** Undefined while they are being read. */
  readonly others: readonly Session[] | undefined;
  readonly failed: boolean;
}) {
  const { clinic } = useMe();
  if (props.others === undefined) {
    return <Line>{props.failed ? words.conflict.unread : words.conflict.reading}</Line>;
  }
  const found = conflictsOf(props.wanted, props.others, serverNowMs());
  if (found.length === 0) {
    return (
      <Line>
        <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        {words.conflict.none}
      </Line>
    );
  }
  return (
    <ul className={classes.list} aria-live="polite" aria-label={words.conflict.title}>
      {found.map((conflict) => (
        <li
          key={`${conflict.kind} ${conflict.session.id} ${conflict.personName}`}
          className={classes.inTheWay}
        >
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {conflictWords(conflict, clinic.timeZone)}
        </li>
      ))}
    </ul>
  );
}

function Line({ children }: { readonly children: React.ReactNode }) {
  return (
    <p className={classes.line} aria-live="polite">
      {children}
    </p>
  );
}
