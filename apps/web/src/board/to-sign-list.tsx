import type { Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { dayWords, personName, span } from '../ui/names.ts';
import { Panel } from '../ui/page.tsx';
import { words } from '../words.ts';
import classes from './board.module.css';

/** A record that is not signed by then is late (clinic policy). */
const SIGN_WITHIN_MS = 24 * 3_600_000;

/** Ended and not signed: each one is a record that is not closed. */
export function ToSignList({ sessions }: { sessions: readonly Session[] }) {
  const { clinic } = useMe();
  return (
    <Panel>
      <ul className={classes.rows}>
        {sessions.map((session) => {
          const endedMs = Date.parse(session.endedAt ?? session.plannedAt);
          return (
            <li key={session.id}>
              <Link to="/s/$sessionId/report" params={{ sessionId: session.id }} className={classes.signRow}>
                <span className={classes.who}>
                  <span className={classes.rowName}>
                    {session.patient === null ? words.board.hiddenClient : personName(session.patient)}
                  </span>
                  <small>{words.board.ended(dayWords(dayOf(endedMs, clinic.timeZone)))}</small>
                </span>
                <span
                  className={classes.room}
                  data-late={serverNowMs() - endedMs > SIGN_WITHIN_MS || undefined}
                >
                  {span(serverNowMs() - endedMs)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
