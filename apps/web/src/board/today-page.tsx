import { Link, Navigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { serverNowMs, useNow } from '../data/clock.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { useClockSkew } from '../ui/clock-skew.ts';
import { FindClientButton } from '../ui/find-client.tsx';
import { dayWords, weekdayOf } from '../ui/names.ts';
import { orNothing } from '../ui/or-nothing.ts';
import { Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import { spoken } from '../words/language.ts';
import { words } from '../words.ts';
import classes from './board.module.css';
import { BoardCurrency } from './board-currency.tsx';
import { worstOf } from './board-state.ts';
import { InSessionCard } from './in-session-card.tsx';
import { LaterList } from './later-list.tsx';
import { NoticeLine } from './notice-line.tsx';
import { PaperForms } from './paper-forms.tsx';
import { ToSignList } from './to-sign-list.tsx';
import { type Board, useBoard } from './use-board.ts';

/** After what is happening now: it waits for days, not for seconds. */
const DueList = orNothing(
  async () => (await spoken(await import('../course/due-list.tsx'), 'pages')).DueList,
);

export function TodayPage() {
  const may = useMay();
  // An admin has no clinical content to see here (reliability.md 5).
  return may('board.read') ? <TodayBoard /> : <Navigate to="/setup" />;
}

function TodayBoard() {
  const may = useMay();
  const board = useBoard();
  const skew = useClockSkew();
  return (
    <Page
      title={words.rail.today}
      beside={<Clock />}
      actions={
        <>
          <BoardCurrency board={board} />
          {may('vitals.write') && (
            <Link to="/round" className={buttonClass()}>
              {words.board.round}
            </Link>
          )}
          {may('vials.read') && (
            <Link to="/register/{-$date}" params={{}} className={buttonClass()}>
              {words.board.register}
            </Link>
          )}
          <Link to="/day/{-$date}" params={{}} className={buttonClass()}>
            {words.board.planTheDay}
          </Link>
          {may('session.list') && <PaperForms />}
          {may('patient.read') && <FindClientButton />}
          {may('session.plan') && (
            <Link to="/sessions/new" className={buttonClass('main')}>
              {words.board.newSession}
            </Link>
          )}
        </>
      }
    >
      {skew !== null && <p className={classes.skew}>{skew}</p>}
      {board.failure !== null && <Sentence>{board.failure}</Sentence>}
      {board.loaded && <Lists board={board} />}
    </Page>
  );
}

function Lists({ board }: { board: Board }) {
  const { clinic } = useMe();
  const may = useMay();
  const { inSession, lines, later, toSign } = board;
  const worst = worstOf(inSession, lines);
  const quiet = inSession.length === 0 && later.length === 0;
  return (
    <>
      {worst !== null && worst.notice.priority !== 'low' && (
        <div className={classes.worst} data-priority={worst.notice.priority}>
          <NoticeLine notice={worst.notice} place={worst.session.room?.name ?? words.board.noRoom} />
        </div>
      )}
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
                <InSessionCard key={session.id} session={session} line={lines?.get(session.id) ?? null} />
              ))}
            </ul>
          )}
        </Section>
      )}
      <Suspense>{may('course.read') && <DueList />}</Suspense>
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

function nextWords({ next }: Board, zone: string): string | null {
  if (next === null) return null;
  const ms = Date.parse(next.plannedAt);
  const date = dayOf(ms, zone);
  const day = ms - serverNowMs() < 6 * 86_400_000 ? weekdayOf(date) : dayWords(date);
  const room = next.room === null ? '' : `, ${next.room.name}`;
  return `${day} ${clockOf(ms, zone)}${room}`;
}

function Clock() {
  const { clinic } = useMe();
  const now = useNow(60_000);
  const today = dayOf(now, clinic.timeZone);
  return (
    <>
      {weekdayOf(today)} {dayWords(today)}, {clockOf(now, clinic.timeZone)}
    </>
  );
}
