import { IconAlertTriangle } from '@tabler/icons-react';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/list-pages.ts';
import classes from './conflict-lines.module.css';
import type { conflictPairs } from './conflicts.ts';
import { conflictWords, whoWords } from './session-words.ts';

/** More than these would push the day off the screen; each block has its sign and its words. */
const LINES = 4;

/** What is in each other's way on this day, in words: the sign on a block says only that there is something. */
export function DayConflicts({ pairs }: { readonly pairs: ReturnType<typeof conflictPairs> }) {
  const { clinic } = useMe();
  if (pairs.length === 0) return null;
  const shown = pairs.length > LINES ? LINES - 1 : LINES;
  return (
    <ul className={`${classes.list} ${classes.day}`} aria-label={words.conflict.title}>
      {pairs.slice(0, shown).map(({ session, conflict }) => (
        <li
          key={`${session.id} ${conflict.kind} ${conflict.session.id} ${conflict.personName}`}
          className={classes.inTheWay}
        >
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>
            {words.conflict.of(clockOf(Date.parse(session.plannedAt), clinic.timeZone), whoWords(session))}{' '}
            {conflictWords(conflict, clinic.timeZone)}
          </span>
        </li>
      ))}
      {pairs.length > shown && <li className={classes.line}>{words.conflict.more(pairs.length - shown)}</li>}
    </ul>
  );
}
