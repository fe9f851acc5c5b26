import { noteCategories } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { NoAnswerError, refusedAs } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { sessionQuery } from '../data/queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useHandChoices } from '../ui/device-choices.ts';
import { OtherRoomOf } from '../ui/other-room.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { usePageFlag } from '../ui/use-page-flag.ts';
import { useWakeLock } from '../ui/use-wake-lock.ts';
import { emergencyWords } from '../words/emergency-words.ts';
import { words } from '../words/in-room.ts';
import { spoken } from '../words/language.ts';
import { regionWords } from '../words/region-words.ts';
import { roomWords } from '../words/room-words.ts';
import { ClientBanner } from './client-banner.tsx';
import { Composer } from './composer/composer.tsx';
import { EmergencyBar } from './emergency/emergency-bar.tsx';
import { PhoneLanes } from './keypad/phone-lanes.tsx';
import { LastRows, useLaterParts } from './later-parts.ts';
import { LogDrawer } from './log/log-drawer.tsx';
import { IntentionLine } from './meaning/intention-line.tsx';
import { NoticeBar } from './notices/notice-bar.tsx';
import classes from './room.module.css';
import { type Room, RoomContext, type Task } from './room-context.ts';
import { enterLine, useKeptFocus } from './room-focus.ts';
import { StatusLines } from './status-lines.tsx';
import { Strip } from './strip.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { usePad, usePhone } from './use-pad.ts';
import { useRoomOf } from './use-room-of.ts';

const NOT_ON_TEAM = 'not-on-team';

/** What the room says, for another language to be laid over. */
export const english = { room: roomWords, emergency: emergencyWords, region: regionWords, noteCategories };

const TeamDoor = lazy(async () => ({
  default: (await spoken(await import('../break-glass/team-door.tsx'))).TeamDoor,
}));

export function RoomPage() {
  const { sessionId } = useParams({ from: '/app/s/$sessionId' });
  return <RoomOf key={sessionId} sessionId={sessionId} />;
}

/** Plan and client by one call; all that happens, by the socket. A refusal is told in its own words. */
function RoomOf({ sessionId }: { sessionId: string }) {
  const session = useQuery(sessionQuery(sessionId));
  if (session.data !== undefined) return <LiveRoom session={session.data} />;
  if (session.error === null) return null;
  if (refusedAs(session.error) === NOT_ON_TEAM)
    return (
      <Suspense>
        <TeamDoor sessionId={sessionId} />
      </Suspense>
    );
  return (
    <Page
      title={words.rail.sessions}
      actions={
        <>
          <Link to="/" className={buttonClass()}>
            {words.room.back}
          </Link>
          {session.error instanceof NoAnswerError && (
            <Button look="main" onClick={() => void session.refetch()}>
              {words.failed.again}
            </Button>
          )}
        </>
      }
    >
      <Sentence>{sentenceOf(session.error)}</Sentence>
    </Page>
  );
}

function LiveRoom({ session }: { session: Room['session'] }) {
  const shared = useRoomOf(session);
  const { view, status, may, me } = shared;
  const [task, setTask] = useState<Task>({ type: 'line' });
  const pad = usePad({ may, status });
  const phone = usePhone() && pad;
  const { hand, gloves } = useHandChoices(me.person.id);
  const room = useMemo<Room>(() => ({ ...shared, pad, task, setTask }), [shared, pad, task]);

  useLaterParts();
  const shown = view.refusal === null;
  usePageFlag('data-fills', shown);
  usePageFlag('data-pad-room', shown && pad);
  useWakeLock(status === 'in-progress');
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);

  /** Esc that nothing inside took: the task under the timeline is cancelled, or the line entered. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
      return;
    if (task.type === 'line') enterLine(main.current);
    else setTask({ type: 'line' });
  }

  const place = session.room?.name ?? words.rail.session;
  useEffect(() => {
    // No name: a browser keeps titles in its history, and shows them beside a screen that is locked.
    document.title = `${place} · ${words.product}`;
    return () => {
      document.title = words.product;
    };
  }, [place]);

  if (view.refusal !== null) {
    if (view.refusal.code === NOT_ON_TEAM)
      return (
        <Suspense>
          <TeamDoor sessionId={session.id} />
        </Suspense>
      );
    return (
      <Page title={words.rail.sessions}>
        <Sentence>{view.refusal.message}</Sentence>
      </Page>
    );
  }
  return (
    <RoomContext value={room}>
      <main
        ref={main}
        tabIndex={-1}
        data-pad={pad || undefined}
        data-hand={hand}
        data-gloves={gloves || undefined}
        className={classes.room}
        onKeyDown={onKeyDown}
      >
        <ClientBanner />
        <div className={classes.above}>
          <OtherRoomOf session={session} />
          <EmergencyBar />
          <StatusLines />
          <NoticeBar />
        </div>
        <div className={classes.middle}>
          <Strip phone={phone} />
          <IntentionLine />
          {phone ? (
            <>
              <PhoneLanes>{(full) => <Timeline whole={full} />}</PhoneLanes>
              <Suspense>
                <LastRows />
              </Suspense>
            </>
          ) : (
            <Timeline />
          )}
          {!pad && <Composer />}
        </div>
        {pad && <Composer />}
        <LogDrawer phone={phone} />
      </main>
    </RoomContext>
  );
}
