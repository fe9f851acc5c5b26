import {
  IconChartDots,
  IconHeartbeat,
  IconHistory,
  IconLayoutDashboard,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useMatch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createKept, useKept } from './data/kept.ts';
import { useMay } from './data/me.ts';
import { RailWord, railItem } from './ui/shell.tsx';
import { words } from './words.ts';

/** The pages that a role may open, as the rail names them. */
export function RailLinks() {
  const may = useMay();
  return (
    <>
      {may('board.read') && <TodayLink />}
      {may('session.read') && <SessionLink />}
      {may('session.list') && (
        <Link to="/sessions" className={railItem} activeOptions={{ exact: true }}>
          <RailWord icon={IconHistory} word={words.rail.sessions} />
        </Link>
      )}
      {may('insights.read') && (
        <Link to="/insights" className={railItem}>
          <RailWord icon={IconChartDots} word={words.rail.insights} />
        </Link>
      )}
      {may('patient.read') && (
        <Link to="/clients" className={railItem}>
          <RailWord icon={IconUsers} word={words.rail.clients} />
        </Link>
      )}
      {(may('protocol.read') || may('clinic.write')) && (
        <Link to="/setup" className={railItem}>
          <RailWord icon={IconSettings} word={words.rail.setup} />
        </Link>
      )}
    </>
  );
}

/** The day view, the round and the plan of a session are today's as well: where one came from stays marked. */
function TodayLink() {
  const day = useMatch({ from: '/app/day/{-$date}', shouldThrow: false });
  const plan = useMatch({ from: '/app/sessions/new', shouldThrow: false });
  const change = useMatch({ from: '/app/sessions/$sessionId/plan', shouldThrow: false });
  const round = useMatch({ from: '/app/round', shouldThrow: false });
  const within = [day, plan, change, round].some((match) => match !== undefined);
  return (
    <Link
      to="/"
      className={railItem}
      activeOptions={{ exact: true }}
      {...(within && { 'data-current': true })}
    >
      <RailWord icon={IconLayoutDashboard} word={words.rail.today} />
    </Link>
  );
}

const opened = createKept<string | null>(null);

/** Back into the room that was left last; nothing before the first. */
function SessionLink() {
  const here = useMatch({ from: '/app/s/$sessionId', shouldThrow: false })?.params.sessionId ?? null;
  const [last, setLast] = useKept(opened);
  useEffect(() => {
    if (here !== null && here !== last) setLast(here);
  }, [here, last, setLast]);
  const sessionId = here ?? last;
  return sessionId === null ? null : (
    <Link to="/s/$sessionId" params={{ sessionId }} className={railItem}>
      <RailWord icon={IconHeartbeat} word={words.rail.session} />
    </Link>
  );
}
