import type { Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useNow } from '../data/clock.ts';
import { elapsed, initials, personName } from '../ui/names.ts';
import { Badge } from '../ui/page.tsx';
import { roleWord, words } from '../words.ts';
import classes from './board.module.css';

/**
 * One session in progress: who, where, how long. One tap into the room. For a role that may not know who it is,
 * the room and the time alone (reliability.md 5).
 */
export function InSessionCard({ session }: { session: Session }) {
  const origin = words.origin[session.origin];
  const name = session.patient === null ? null : personName(session.patient);
  return (
    <li className={classes.card}>
      <div className={classes.cardTop}>
        {name === null ? (
          <span className={classes.hidden}>{words.board.hiddenClient}</span>
        ) : (
          <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={classes.cardName}>
            {name}
          </Link>
        )}
        <span className={classes.room}>{session.room?.name ?? words.board.noRoom}</span>
      </div>
      {name !== null && <p className={classes.protocol}>{session.protocol.name}</p>}
      <div className={classes.cardFoot}>
        <div>
          <span className={classes.label}>{words.board.elapsedIn}</span>
          <Elapsed since={session.startedAt} />
        </div>
        {origin !== '' && <Badge>{origin}</Badge>}
        {name !== null && <Team people={session.people} />}
      </div>
    </li>
  );
}

function Team({ people }: { people: Session['people'] }) {
  return (
    <ul className={classes.people} aria-label={words.plan.team}>
      {people.map((person) => (
        <li key={person.personId} title={`${person.name}, ${roleWord(person.role)}`} data-role={person.role}>
          <span aria-hidden>{initials(person.name)}</span>
          <span className="visually-hidden">
            {person.name}, {roleWord(person.role)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A leaf of its own, so that the second ticks here and nowhere else. */
function Elapsed({ since }: { since: string | null }) {
  const now = useNow(1000);
  return (
    <strong className={classes.elapsed}>{since === null ? '–' : elapsed(now - Date.parse(since))}</strong>
  );
}
