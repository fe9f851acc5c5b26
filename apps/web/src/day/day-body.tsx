import type { Room, Session } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { roomsQuery } from '../data/queries.ts';
import { useScreenQuery } from '../ui/use-screen-query.ts';
import { words } from '../words/list-pages.ts';
import { conflictPairs, conflictsOf, wantedBy } from './conflicts.ts';
import classes from './day.module.css';
import { DayBoard } from './day-board.tsx';
import { DayConflicts } from './day-conflicts.tsx';
import { DayDialogs, type Task } from './day-dialogs.tsx';
import { DayList } from './day-list.tsx';
import { canStand, type Place, placeOf, samePlace } from './move.ts';
import { MoveBar } from './move-bar.tsx';
import { spanAt } from './session-span.ts';
import type { Day } from './use-day.ts';
import { useMove } from './use-move.ts';

const PHONE = '(max-width: 700px)';

/** The sessions of one day and everything that can be done with them. */
export function DayBody({ date, day }: { readonly date: string; readonly day: Day }) {
  const navigate = useNavigate();
  const rooms = useQuery(roomsQuery).data?.items;
  const moving = useMove();
  const [task, setTask] = useState<Task>({ type: 'none' });
  const isPhone = useScreenQuery(PHONE);
  const pairs = conflictPairs(day.ofDay, day.nowMs);
  const inTheWay = new Set(pairs.flatMap(({ session, conflict }) => [session.id, conflict.session.id]));
  const open = (session: Session) => setTask({ type: 'look', id: session.id });

  function plan(atMs: number, room: Room | null): void {
    const search = { at: new Date(atMs).toISOString(), back: date };
    void navigate({ to: '/sessions/new', search: room === null ? search : { ...search, room: room.id } });
  }

  function drop(session: Session, to: Place): void {
    const from = placeOf(session);
    if (moving.state.type === 'moving' || samePlace(from, to)) return;
    if (session.status !== 'planned') moving.refuse(words.day.fixed[session.status]);
    else if (!canStand(to, session)) moving.refuse(words.day.keepsRoom);
    // Something in the way is a question; nothing in the way needs none, and there is the undo.
    else if (isInTheWayAt(session, to, day)) setTask({ type: 'move', id: session.id, first: to });
    else moving.move({ sessionId: session.id, from, to });
  }

  const isLoaded = day.sessions !== undefined && rooms !== undefined;
  return (
    <>
      <MoveBar moving={moving} day={date} onUndo={() => moving.undo(day.sessions ?? [])} />
      <div className={isPhone ? undefined : classes.body}>
        <DayConflicts pairs={pairs} />
        {!isLoaded && day.failure === null && <div className={classes.waiting} />}
        {isLoaded && isPhone && <DayList day={day} inTheWay={inTheWay} onOpen={open} />}
        {isLoaded && !isPhone && (
          <DayBoard
            date={date}
            day={day}
            rooms={rooms}
            inTheWay={inTheWay}
            onOpen={open}
            onPlan={plan}
            onDrop={drop}
          />
        )}
      </div>
      <DayDialogs task={task} day={day} rooms={rooms ?? []} onTask={setTask} onMove={moving.move} />
    </>
  );
}

function isInTheWayAt(session: Session, to: Place, day: Day): boolean {
  const nowMs = serverNowMs();
  const wanted = { ...wantedBy(session, nowMs), ...spanAt(session, to.fromMs), roomId: to.room?.id ?? null };
  return conflictsOf(wanted, day.sessions ?? [], nowMs).length > 0;
}
