import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { NoAnswerError } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { sessionQuery } from '../data/queries.ts';
import { useLaterParts } from '../room/later-parts.ts';
import { type Room, RoomContext } from '../room/room-context.ts';
import { english as roomEnglish } from '../room/room-page.tsx';
import { useRoomOf } from '../room/use-room-of.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { focusPage } from '../ui/page-focus.ts';
import { goingHomeWords } from '../words/going-home-words.ts';
import { reportWords as text } from '../words/report-words.ts';
import { stepWords } from '../words/step-words.ts';
import { words } from '../words.ts';
import { BeforeSigning } from './before-signing.tsx';
import { Copies } from './copies.tsx';
import { Paper } from './paper.tsx';
import { RecordCheck } from './record-check.tsx';
import classes from './report.module.css';
import { SignPart } from './sign-part.tsx';

/** What this says, for another language to be laid over. */
export const english = {
  ...roomEnglish,
  steps: stepWords,
  goingHome: goingHomeWords,
  report: text,
};

/** One session on one page: what happened, what is open, and the signature under it. */
export function ReportPage() {
  const { sessionId } = useParams({ from: '/app/s/$sessionId/report' });
  const session = useQuery(sessionQuery(sessionId));
  if (session.data !== undefined) return <Report key={sessionId} session={session.data} />;
  if (session.error === null) return null;
  return (
    <Page
      title={text.title}
      actions={
        session.error instanceof NoAnswerError && (
          <Button look="main" onClick={() => void session.refetch()}>
            {words.failed.again}
          </Button>
        )
      }
    >
      <Sentence>{sentenceOf(session.error)}</Sentence>
    </Page>
  );
}

function Report({ session }: { session: Room['session'] }) {
  const shared = useRoomOf(session);
  const navigate = useNavigate();
  const { view, status, clientName, may } = shared;
  useLaterParts();
  const room = useMemo<Room>(
    () => ({
      ...shared,
      // Read and signed here; everything else is done in the room, where its forms are.
      may: (operation) =>
        (/[.]read$|^session[.]/.test(operation) || operation === 'events.write') && may(operation),
      pad: false,
      task: { type: 'line' },
      setTask: () => void navigate({ to: '/s/$sessionId', params: { sessionId: session.id } }),
    }),
    [shared, may, navigate, session.id],
  );
  const { signatures } = view.confirmed;
  // A signature takes its form away, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each of them
  useEffect(focusPage, [status, signatures.length]);
  useEffect(() => {
    // Not the client's name: tabs are read over shoulders and kept in histories.
    document.title = `${text.title} · ${words.product}`;
    return () => {
      document.title = words.product;
    };
  }, []);

  return (
    <RoomContext value={room}>
      <Page
        title={clientName}
        beside={text.title}
        actions={
          <>
            {view.confirmed.startedAt !== null && (
              <Link to="/s/$sessionId/replay" params={{ sessionId: session.id }} className={buttonClass()}>
                {text.toReplay}
              </Link>
            )}
            <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={buttonClass()}>
              {text.toRoom}
            </Link>
          </>
        }
      >
        {view.refusal !== null ? (
          <Sentence>{view.refusal.message}</Sentence>
        ) : status === 'planned' ? (
          <Nothing>{text.notYet}</Nothing>
        ) : (
          <div className={classes.columns}>
            <Paper />
            <div className={classes.side}>
              {status === 'ended' && <BeforeSigning />}
              <SignPart />
              <RecordCheck />
              <Copies />
            </div>
          </div>
        )}
      </Page>
    </RoomContext>
  );
}
