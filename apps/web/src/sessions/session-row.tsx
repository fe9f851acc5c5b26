import type { Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Avatar } from '../ui/avatar.tsx';
import { dayWords, personName, span } from '../ui/names.ts';
import { RecordState } from '../ui/record-state.tsx';
import { lengthMs } from '../ui/session-length.ts';
import { words } from '../words/list-pages.ts';
import { roleWord } from '../words.ts';
import classes from './sessions.module.css';

const text = words.past;

export function SessionRow({ session }: { readonly session: Session }) {
  const zone = useMe().clinic.timeZone;
  const ms = Date.parse(session.startedAt ?? session.plannedAt);
  const origin = words.origin[session.origin];
  const protocol = session.protocol?.name ?? '';
  const room = session.room?.name ?? '';
  const length = lengthWords(session, zone);
  const narrow = [protocol, room, length].filter((part) => part !== '').join(' · ');
  return (
    <tr>
      <td className={classes.when}>
        <span>{dayWords(dayOf(ms, zone))}</span>
        <small>{clockOf(ms, zone)}</small>
      </td>
      <th scope="row">
        <Who session={session} />
        <Place session={session} />
        {narrow !== '' && <small className={classes.narrow}>{narrow}</small>}
      </th>
      <td className={classes.wide}>{protocol}</td>
      <td className={classes.wide}>{room}</td>
      <td className={classes.widest}>
        <Team people={session.people} />
      </td>
      <td className={classes.wide}>{length}</td>
      <td>
        <RecordState status={session.status} />
        {origin !== '' && <small>{origin}</small>}
      </td>
    </tr>
  );
}

/** The way in, over the whole row; a session that this role may not open has none. */
function Who({ session }: { session: Session }) {
  const may = useMay();
  const name = session.patient === null ? words.board.hiddenClient : personName(session.patient);
  if (!may('session.read', session.status)) return <span className={classes.hidden}>{name}</span>;
  return (
    <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={classes.open} data-row>
      {name}
    </Link>
  );
}

/** "Session 3 of 6 · DEMO-0057": the same name twice in a list is told apart here. */
function Place({ session: { series, patient } }: { session: Session }) {
  const mrn = patient?.mrn ?? null;
  return (
    <small>
      {series !== null && words.client.numberOf(series.number, series.of)}
      {series !== null && mrn !== null && ' · '}
      {mrn !== null && <span className={classes.mrn}>{mrn}</span>}
    </small>
  );
}

function lengthWords(session: Session, zone: string): string {
  const { status, startedAt, durationMinutes } = session;
  const ms = lengthMs(session);
  if (ms !== null) return span(ms);
  if (status === 'in-progress' && startedAt !== null)
    return text.sinceClock(clockOf(Date.parse(startedAt), zone));
  if (status === 'planned' && durationMinutes !== null)
    return text.plannedFor(span(durationMinutes * 60_000));
  return '';
}

function Team({ people }: { people: Session['people'] }) {
  return (
    <ul className={classes.team}>
      {people.map(({ personId, name, role }) => (
        <li key={`${personId} ${role}`} title={`${name}, ${roleWord(role)}`}>
          <Avatar name={name} role={role} />
          <span className="visually-hidden">
            {name}, {roleWord(role)}
          </span>
        </li>
      ))}
    </ul>
  );
}
