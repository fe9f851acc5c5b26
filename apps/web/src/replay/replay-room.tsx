import { type Replay, type ReplayView, replayOf, replayStops } from '@tandem/domain';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ClockContext } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import type { SessionView } from '../data/session-store.ts';
import { keysOf } from '../keys/use-keys.ts';
import { useLaterParts } from '../room/later-parts.ts';
import { LogDrawer } from '../room/log/log-drawer.tsx';
import { IntentionLine } from '../room/meaning/intention-line.tsx';
import { NoticeBar } from '../room/notices/notice-bar.tsx';
import roomClasses from '../room/room.module.css';
import { type Room, RoomContext } from '../room/room-context.ts';
import { Strip } from '../room/strip.tsx';
import { Timeline } from '../room/timeline/timeline.tsx';
import { usePhone } from '../room/use-pad.ts';
import { personName } from '../ui/names.ts';
import { lettersOn } from '../ui/use-list-keys.ts';
import { usePageFlag } from '../ui/use-page-flag.ts';
import { words } from '../words/in-room.ts';
import { replayWords as text } from '../words/replay-words.ts';
import { makePlayer, type Player } from './player.ts';
import classes from './replay.module.css';
import { ReplayBanner } from './replay-banner.tsx';
import { jump, Transport } from './transport.tsx';

interface ReplayRoomProps {
  readonly session: Room['session'];
  readonly entries: Replay['entries'];
}

/** The room as it was: its own lanes, strip, notices and log, on the clock of the replay, and nothing to record with. */
export function ReplayRoom({ session, entries }: ReplayRoomProps) {
  const replay = useMemo(() => replayOf(session.id, entries), [session.id, entries]);
  const player = useMemo(() => makePlayer(replay), [replay]);
  useEffect(() => player.stop, [player]);
  const [view, setView] = useState<ReplayView>({ type: 'known' });
  const stops = useMemo(() => replayStops(replay, view), [replay, view]);
  const room = useRoomAt(session, replay, player, view);
  const phone = usePhone();
  useLaterParts();
  usePageFlag('data-fills');
  useEffect(() => {
    // Not the client's name: tabs are read over shoulders and kept in histories.
    document.title = `${text.title} · ${words.product}`;
    return () => {
      document.title = words.product;
    };
  }, []);

  const keys = keysOf({
    'stop-before': () => jump(player, stops, 'previous'),
    'next-stop': () => jump(player, stops, 'next'),
  });
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const at = event.target as HTMLElement;
    if (event.defaultPrevented || at.closest('input:not([type="range"]), textarea, select') !== null) return;
    if (event.key === ' ' && at.closest('button, a, summary') === null) {
      event.preventDefault();
      if (player.state().playing) player.stop();
      else player.play();
    } else if (lettersOn()) keys(event);
  }

  return (
    <RoomContext value={room}>
      <ClockContext value={player}>
        <main tabIndex={-1} className={`${roomClasses.room} ${classes.replay}`} onKeyDown={onKeyDown}>
          <ReplayBanner />
          <div className={roomClasses.above}>
            <Transport replay={replay} player={player} stops={stops} view={view} setView={setView} />
            <NoticeBar />
          </div>
          <div className={roomClasses.middle}>
            <Strip phone={phone} />
            <IntentionLine />
            <Timeline whole={phone} />
          </div>
          <LogDrawer phone={phone} />
        </main>
      </ClockContext>
    </RoomContext>
  );
}

/** The room at the moment of the player; the same object until something else is to be shown. */
function useRoomAt(session: Room['session'], replay: Replay, player: Player, view: ReplayView): Room {
  const me = useMe();
  const navigate = useNavigate();
  const state = useSyncExternalStore(player.subscribe, () => replay.at(player.nowMs(), view));
  return useMemo<Room>(() => {
    const patient = state.pins?.patient ?? session.patient;
    const shown: SessionView = {
      confirmed: state,
      expected: state,
      pending: [],
      currency: { type: 'current', provenAtMs: player.nowMs },
      gap: null,
      refusal: null,
    };
    return {
      session,
      view: shown,
      status: state.status,
      me,
      zone: me.clinic.timeZone,
      clientName: patient === null ? words.board.hiddenClient : personName(patient),
      isLive: true,
      asOf: null,
      record: () => {
        throw new Error('nothing is recorded in a replay');
      },
      may: () => false,
      pad: false,
      replay: true,
      task: { type: 'line' },
      setTask: () => void navigate({ to: '/s/$sessionId', params: { sessionId: session.id } }),
    };
  }, [state, session, me, player, navigate]);
}
