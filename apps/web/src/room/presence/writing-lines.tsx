import { useNow } from '../../data/clock.ts';
import { usePeopleHere } from '../../data/live-hooks.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { peopleHere } from './people-here.ts';
import classes from './presence.module.css';

const text = words.presence;

/**
 * What the others are about to add, under the log where it will stand: who writes what kind, never the text, and
 * what waits on their device. Silent for screen readers: it would talk over the session.
 */
export function WritingLines() {
  const { session, view, me, isLive } = useRoom();
  const others = peopleHere(usePeopleHere(session.id), useNow(5_000)).filter(({ id }) => id !== me.person.id);
  // Without a line nobody knows what they do; the place stays, so that the log does not jump.
  const busy = isLive ? others.filter(({ writing, pending }) => writing !== null || pending > 0) : [];
  return (
    <div className={classes.lines} data-testid="writing">
      {view.currency.type === 'not-current' && <p className={classes.line}>{words.room.othersMissing}</p>}
      {busy.map((person) => (
        <p key={person.id} className={classes.line}>
          <Avatar name={person.name} role={person.roles[0] ?? 'lead'} />
          <span>
            {[
              person.writing !== null && text.writing[person.writing](person.callName),
              person.pending > 0 && text.waiting(person.pending, person.callName),
            ]
              .filter((part) => part !== false)
              .join(' · ')}
          </span>
          {person.writing !== null && (
            <span className={classes.dots} aria-hidden>
              •••
            </span>
          )}
        </p>
      ))}
    </div>
  );
}
