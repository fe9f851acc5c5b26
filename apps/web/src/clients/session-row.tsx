import { dispositions, formatKg, gramsFromKg } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords, span } from '../ui/names.ts';
import { Badge } from '../ui/page.tsx';
import { RecordState } from '../ui/record-state.tsx';
import { lengthMs } from '../ui/session-length.ts';
import { words } from '../words/list-pages.ts';
import { roomWords } from '../words/room-words.ts';
import classes from './session-row.module.css';
import { SessionValues, type SessionValuesProps } from './session-values.tsx';

const text = words.client;

/** One session: which, when and where its record stands; its pressures; what it was given under and how it ended. */
export function SessionRow(props: SessionValuesProps) {
  const { session } = props;
  const { timeZone } = useMe().clinic;
  const ms = Date.parse(session.startedAt ?? session.plannedAt);
  const { series } = session;
  const day = dayWords(dayOf(ms, timeZone));
  const title = series === null ? day : text.numberOf(series.number, series.of);
  const when = [clockOf(ms, timeZone), lengthOf(session)].filter((part) => part !== '').join(' · ');
  const origin = words.origin[session.origin];
  return (
    <li className={classes.row}>
      <div className={classes.which}>
        <Title session={session}>{title}</Title>
        {series !== null && <p className={classes.day}>{day}</p>}
        <p className={classes.when}>{when}</p>
        <p className={classes.state}>
          <RecordState status={session.status} />
          {origin !== '' && <Badge>{origin}</Badge>}
        </p>
      </div>
      <div className={classes.values}>
        <SessionValues {...props} />
      </div>
      <Under session={session} />
    </li>
  );
}

function Title({ session, children }: { session: Session; children: ReactNode }) {
  const may = useMay();
  if (!may('session.read', session.status)) return <span className={classes.title}>{children}</span>;
  return (
    <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={classes.title}>
      {children}
    </Link>
  );
}

function Under({ session }: { session: Session }) {
  const { protocol, weightKg, disposition, people } = session;
  return (
    <dl className={classes.under}>
      {protocol !== null && (
        <Fact name={words.past.protocol} whole>
          {words.past.version(protocol.name, protocol.version)}
        </Fact>
      )}
      <Fact name={text.weight}>
        {weightKg === null ? roomWords.room.weightUnknown : formatKg(gramsFromKg(weightKg))}
      </Fact>
      {disposition !== null && <Fact name={text.ended}>{dispositions[disposition]}</Fact>}
      {people.length > 0 && (
        <Fact name={text.team} whole>
          {people.map(({ name }) => name).join(', ')}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, whole, children }: { name: string; whole?: boolean; children: ReactNode }) {
  return (
    <div className={whole === true ? classes.whole : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function lengthOf(session: Session): string {
  const ms = lengthMs(session);
  return ms === null ? '' : span(ms);
}
