import { useQuery } from '@tanstack/react-query';
import { Link, useMatch } from '@tanstack/react-router';
import { useBoardView } from '../data/live-hooks.ts';
import { useMe } from '../data/me.ts';
import { runningQuery } from '../data/queries.ts';
import { personName } from '../ui/names.ts';
import { words } from '../words.ts';
import { noticesElsewhere, sameSessions } from './board-state.ts';
import classes from './notice-line.module.css';
import { NoticeLine } from './notice-line.tsx';

/** The board names a session that the list does not know yet, or the other way round: asked again so soon. */
const BEHIND_EVERY_MS = 2_000;

/** More would push the room away that one is in; Today has them all. */
const MOST = 2;

/**
 * Notices of other rooms, on every page but Today and the round, which show them themselves: one line each that leads there. A person
 * in two rooms at once sees both; a High that nobody looks at finds the next physician or nurse.
 */
export function NoticesElsewhere() {
  const me = useMe();
  const today = useMatch({ from: '/app/', shouldThrow: false });
  const round = useMatch({ from: '/app/round', shouldThrow: false });
  const here = useMatch({ from: '/app/s/$sessionId', shouldThrow: false })?.params.sessionId ?? null;
  const { lines } = useBoardView();
  const running = useQuery({
    ...runningQuery,
    refetchInterval: ({ state }) => (sameSessions(state.data?.items, lines) ? false : BEHIND_EVERY_MS),
  });
  if (today !== undefined || round !== undefined) return null;
  const found = noticesElsewhere(running.data?.items ?? [], lines, {
    personId: me.person.id,
    role: me.role,
    here,
  });
  if (found.length === 0) return null;
  const lineOf = ({ session, notice }: (typeof found)[number]) => (
    <Link
      key={session.id}
      to="/s/$sessionId"
      params={{ sessionId: session.id }}
      className={classes.elsewhere}
    >
      <NoticeLine
        notice={notice}
        place={words.notices.elsewhere(
          session.room?.name ?? words.board.noRoom,
          session.patient === null ? words.board.hiddenClient : personName(session.patient),
        )}
      />
    </Link>
  );
  const more = found.length - MOST;
  return (
    <section aria-label={words.notices.otherRooms}>
      {found.slice(0, MOST).map(lineOf)}
      {more > 0 && (
        <Link to="/" className={classes.more}>
          {words.notices.moreOnToday(more)}
        </Link>
      )}
    </section>
  );
}
