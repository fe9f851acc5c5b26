import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { sessionQuery } from '../data/queries.ts';
import type { Room } from '../room/room-context.ts';
import { english as roomEnglish } from '../room/room-page.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { replayWords as text } from '../words/replay-words.ts';
import { words } from '../words.ts';
import { recordQuery } from './read-record.ts';
import { ReplayRoom } from './replay-room.tsx';

/** What this says, for another language to be laid over. */
export const english = { ...roomEnglish, replay: text };
const SLOW_MS = 1_000;

/** A session shown again, at any moment of it, by the room's own lanes, log and notices. */
export function ReplayPage() {
  const { sessionId } = useParams({ from: '/app/s/$sessionId/replay' });
  const session = useQuery(sessionQuery(sessionId));
  if (session.data !== undefined) return <Reading key={sessionId} session={session.data} />;
  if (session.error === null) return null;
  return <NotThere error={session.error} again={() => void session.refetch()} />;
}

function Reading({ session }: { readonly session: Room['session'] }) {
  const [read, setRead] = useState(0);
  const record = useQuery(recordQuery(session.id, setRead));
  const slow = useSettled(record.isPending, SLOW_MS) && record.isPending;
  if (record.error !== null) return <NotThere error={record.error} again={() => void record.refetch()} />;
  if (record.data === undefined)
    return <Page title={text.title}>{slow && <Nothing>{text.reading(read)}</Nothing>}</Page>;
  if (!record.data.some(({ kind }) => kind === 'started'))
    return (
      <Page title={text.title} actions={<ToRoom sessionId={session.id} />}>
        <Nothing>{text.notYet}</Nothing>
      </Page>
    );
  return <ReplayRoom session={session} entries={record.data} />;
}

function ToRoom({ sessionId }: { readonly sessionId: string }) {
  return (
    <Link to="/s/$sessionId" params={{ sessionId }} className={buttonClass()}>
      {text.toRoom}
    </Link>
  );
}

function NotThere(props: { readonly error: Error; again(): void }) {
  return (
    <Page
      title={text.title}
      actions={
        <Button look="main" onClick={props.again}>
          {words.failed.again}
        </Button>
      }
    >
      <Sentence>{sentenceOf(props.error)}</Sentence>
    </Page>
  );
}
