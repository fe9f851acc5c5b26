import { phaseLabels } from '@tandem/domain';
import type { BoardSession, Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useNow } from '../data/clock.ts';
import { useMay } from '../data/me.ts';
import { Avatar } from '../ui/avatar.tsx';
import { elapsed, personName } from '../ui/names.ts';
import { ThisRoom } from '../ui/other-room.tsx';
import { Badge } from '../ui/page.tsx';
import { roleWord, words } from '../words.ts';
import classes from './board.module.css';
import { CardPicture } from './card-picture.tsx';
import { LiveTimes, LiveValues } from './live-values.tsx';
import { NoticeLine } from './notice-line.tsx';

export interface InSessionCardProps {
  readonly session: Session;
  /** What happens in it; null before the first word of the board. */
  readonly line: BoardSession | null;
}

/**
 * One session in progress: who, where, how long, the arc, the last set and the next. One tap into the room. For a
 * role that may not know who it is, room, arc and notices alone (reliability.md 5).
 */
export function InSessionCard({ session, line }: InSessionCardProps) {
  const may = useMay();
  const origin = words.origin[session.origin];
  const name = session.patient === null ? null : personName(session.patient);
  const worst = line?.worstNotice ?? null;
  return (
    <li className={classes.card} data-priority={worst?.priority}>
      {worst !== null && <NoticeLine notice={worst} />}
      <div className={classes.cardBody}>
        <div className={classes.cardTop}>
          {name === null && !may('break-glass.open') ? (
            <span className={classes.hidden}>{words.board.hiddenClient}</span>
          ) : (
            <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={classes.cardName}>
              {name ?? words.board.hiddenClient}
            </Link>
          )}
          <span className={classes.room}>
            <ThisRoom roomId={session.room?.id ?? null} /> {session.room?.name ?? words.board.noRoom}
          </span>
        </div>
        <p className={classes.protocol}>
          {session.series !== null && `${words.seriesPlace(session.series.number, session.series.of)} · `}
          {session.protocol?.name} {origin !== '' && <Badge>{origin}</Badge>}
        </p>
        <div className={classes.cardFoot}>
          {line !== null && line.phase !== null && (
            <span className={classes.phase}>{phaseLabels[line.phase]}</span>
          )}
          <span className={classes.elapsed}>
            {words.board.elapsedIn} <Elapsed since={session.startedAt} />
          </span>
          {session.people.length > 0 && <Team people={session.people} />}
        </div>
        {name !== null && line !== null && (
          <>
            <LiveValues vitals={line.lastVitals} />
            <CardPicture pressures={line.pressures} />
            <LiveTimes vitals={line.lastVitals} nextDueAt={line.nextDueAt} />
          </>
        )}
      </div>
    </li>
  );
}

function Team({ people }: { people: Session['people'] }) {
  return (
    <ul className={classes.people} aria-label={words.plan.team}>
      {people.map(({ personId, name, role }) => (
        <li key={personId} title={`${name}, ${roleWord(role)}`}>
          <Avatar name={name} role={role} />
          <span className="visually-hidden">
            {name}, {roleWord(role)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A leaf of its own, so that the second ticks here and nowhere else. */
function Elapsed({ since }: { since: string | null }) {
  const now = useNow(1000);
  return <b>{since === null ? '–' : elapsed(now - Date.parse(since))}</b>;
}
