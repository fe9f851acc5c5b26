import { Link, Navigate } from '@tanstack/react-router';
import { serverNowMs, useNow } from '../data/clock.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf, wallOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { NotCurrent } from '../ui/not-current.tsx';
import { Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import { words } from '../words.ts';
import classes from './board.module.css';
import { InSessionCard } from './in-session-card.tsx';
import { LaterList } from './later-list.tsx';
import { ToSignList } from './to-sign-list.tsx';
import { type Board, useBoard } from './use-board.ts';

/** Five seconds without an answer, and the board says so (product.md, the promise). */
const CURRENT_FOR_MS = 5_000;

export function TodayPage() {
  const may = useMay();
  // An admin has no clinical content to see here (reliability.md 5).
  return may('board.read') ? <TodayBoard /> : <Navigate to="/setup" />;
}

function TodayBoard() {
  const may = useMay();
  const board = useBoard();
  return (
    <Page
      title={words.rail.today}
      beside={<Clock />}
      actions={
        <>
          <BoardCurrency board={board} />
          {may('patient.write') && (
            <Link to="/clients/new" className={buttonClass()}>
              {words.board.addClient}
            </Link>
          )}
          {may('session.plan') && (
            <Link to="/sessions/new" className={buttonClass('main')}>
              {words.board.newSession}
            </Link>
          )}
        </>
      }
    >
      {board.failure !== null && <Sentence>{board.failure}</Sentence>}
      {board.loaded && <Lists board={board} />}
    </Page>
  );
}

function Lists({ board }: { board: Board }) {
  const { clinic } = useMe();
  const { inSession, later, toSign } = board;
  const quiet = inSession.length === 0 && later.length === 0;
  return (
    <>
      {quiet ? (
        <Section title={words.board.now}>
          <Nothing>{words.board.none(nextWords(board, clinic.timeZone))}</Nothing>
        </Section>
      ) : (
        <Section title={words.board.now}>
          {inSession.length === 0 ? (
            <Nothing>{words.board.noneNow}</Nothing>
          ) : (
            <ul className={classes.cards}>
              {inSession.map((session) => (
                <InSessionCard key={session.id} session={session} />
              ))}
            </ul>
          )}
        </Section>
      )}
      <div className={classes.columns}>
        <Section title={words.board.later}>
          {later.length === 0 ? <Nothing>{words.board.noneLater}</Nothing> : <LaterList sessions={later} />}
        </Section>
        <Section title={words.board.toSign}>
          {toSign.length === 0 ? (
            <Nothing>{words.board.noneToSign}</Nothing>
          ) : (
            <ToSignList sessions={toSign} />
          )}
        </Section>
      </div>
    </>
  );
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

function weekdayOf(ms: number, zone: string): string {
  const { year, month, day } = wallOf(ms, zone);
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

function nextWords({ next }: Board, zone: string): string | null {
  if (next === null) return null;
  const ms = Date.parse(next.plannedAt);
  const day = ms - serverNowMs() < 6 * 86_400_000 ? weekdayOf(ms, zone) : dayWords(dayOf(ms, zone));
  const room = next.room === null ? '' : `, ${next.room.name}`;
  return `${day} ${clockOf(ms, zone)}${room}`;
}

function Clock() {
  const { clinic } = useMe();
  const now = useNow(60_000);
  return (
    <>
      {weekdayOf(now, clinic.timeZone)} {dayWords(dayOf(now, clinic.timeZone))},{' '}
      {clockOf(now, clinic.timeZone)}
    </>
  );
}

function BoardCurrency({ board }: { board: Board }) {
  const { clinic } = useMe();
  useNow(1000);
  return Date.now() - board.asOfMs > CURRENT_FOR_MS ? (
    <NotCurrent since={clockOf(board.asOfMs, clinic.timeZone)} />
  ) : null;
}
