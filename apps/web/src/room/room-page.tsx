import { noteCategories, type Operation } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NoAnswerError } from '../data/api.ts';
import { toServerMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useConnection, useSessionView } from '../data/live-hooks.ts';
import { useMay, useMe } from '../data/me.ts';
import { sessionQuery } from '../data/queries.ts';
import { record } from '../data/record.ts';
import type { SessionView } from '../data/session-store.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useHandChoices } from '../ui/device-choices.ts';
import { personName } from '../ui/names.ts';
import { OtherRoomOf } from '../ui/other-room.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { useWakeLock } from '../ui/use-wake-lock.ts';
import { emergencyWords } from '../words/emergency-words.ts';
import { words } from '../words/in-room.ts';
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

/** What the room says, for another language to be laid over. */
export const english = { room: roomWords, emergency: emergencyWords, region: regionWords, noteCategories };

export function RoomPage() {
  const { sessionId } = useParams({ from: '/app/s/$sessionId' });
  return <RoomOf key={sessionId} sessionId={sessionId} />;
}

/** Plan and client by one call; all that happens, by the socket. A refusal is told in its own words. */
function RoomOf({ sessionId }: { sessionId: string }) {
  const session = useQuery(sessionQuery(sessionId));
  if (session.data !== undefined) return <LiveRoom session={session.data} />;
  if (session.error === null) return null;
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
  const me = useMe();
  const mayDo = useMay();
  const view = useSessionView(session.id);
  const connection = useConnection();
  const [task, setTask] = useState<Task>({ type: 'line' });
  const { confirmed } = view;
  const status = confirmed.lastSeq === 0 ? session.status : confirmed.status;
  const patient = confirmed.pins?.patient ?? session.patient;
  const clientName = patient === null ? words.board.hiddenClient : personName(patient);
  const isLive = connection.type === 'live' && view.currency.type === 'current';
  const asOf = isLive ? null : asOfMs(view.currency);

  const may = useCallback((operation: Operation) => mayDo(operation, status), [mayDo, status]);
  const pad = usePad({ may, status });
  const phone = usePhone() && pad;
  const { hand, gloves } = useHandChoices(me.person.id);
  const room = useMemo<Room>(
    () => ({
      session,
      view,
      status,
      me,
      zone: me.clinic.timeZone,
      clientName,
      isLive,
      asOf,
      record: (draft) => record(draft, { me, confirmed: view.confirmed, asOf }),
      may,
      pad,
      task,
      setTask,
    }),
    [session, view, status, me, clientName, isLive, asOf, may, pad, task],
  );

  useLaterParts();
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
        data-fills
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

/** The last moment for which it is proven that a screen that is not live was all there is. */
function asOfMs(currency: SessionView['currency']): Room['asOf'] {
  if (currency.type === 'current') return toServerMs(currency.provenAtMs());
  return currency.type === 'not-current' && currency.isProven ? toServerMs(currency.sinceMs) : 'never';
}
