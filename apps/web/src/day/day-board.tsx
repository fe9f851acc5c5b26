import type { Room, Session } from '@tandem/wire';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { ThisRoom } from '../ui/other-room.tsx';
import { words } from '../words/list-pages.ts';
import { type Column, columnsOf } from './columns.ts';
import { conflictsOf, wantedBy } from './conflicts.ts';
import classes from './day.module.css';
import { dayStrip, hourMarks, MINUTE_MS, offsetPx, PX_PER_MINUTE, shownRange, slotAt } from './day-grid.ts';
import { canStand, type Place } from './move.ts';
import { NowLine } from './now-line.tsx';
import { type Ghost, RoomColumn } from './room-column.tsx';
import { spanAt, spanOf } from './session-span.ts';
import { conflictWords, whoWords } from './session-words.ts';
import type { Day } from './use-day.ts';
import { type Dragging, useDrag } from './use-drag.ts';

export interface DayBoardProps {
  readonly date: string;
  readonly day: Day;
  readonly rooms: readonly Room[];
  /** Ids of sessions that are in each other's way. */
  readonly inTheWay: ReadonlySet<string>;
  onOpen(session: Session): void;
  onPlan(atMs: number, room: Room | null): void;
  onDrop(session: Session, place: Place): void;
}

/** Hours down, rooms across. */
export function DayBoard({ date, day, rooms, inTheWay, onOpen, onPlan, onDrop }: DayBoardProps) {
  const { clinic } = useMe();
  const mayPlan = useMay()('session.plan');
  const zone = clinic.timeZone;
  const spans = day.ofDay.map((session) => spanOf(session, day.nowMs));
  const range = shownRange(dayStrip(date, zone), spans, zone);
  const marks = hourMarks(range, zone);
  const columns = columnsOf(rooms, day.ofDay);
  const [slotMs, setSlotMs] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const hint = useId();
  const body = useRef<HTMLDivElement>(null);
  const placeOfDrop = ({ fromMs, column }: Dragging): Place => ({
    fromMs,
    room: columns.find(({ key }) => key === column)?.room ?? null,
  });
  const drag = useDrag({ range, onDrop: (drop) => onDrop(drop.session, placeOfDrop(drop)) });
  const { dragging } = drag;
  const slot = slotMs ?? firstSlot(day.nowMs, range, zone);

  // What is on now, or the first thing of the day, is where one looks first.
  const firstPx = offsetPx(Math.min(...spans.map(({ fromMs }) => fromMs), day.nowMs), range);
  const lookAtPx = useRef(firstPx);
  useEffect(() => {
    body.current?.scrollTo({ top: lookAtPx.current - 60 });
  }, []);

  function moveSide(event: KeyboardEvent<HTMLElement>, step: 1 | -1): void {
    const grounds = [...(body.current?.querySelectorAll<HTMLElement>('[data-ground]') ?? [])];
    grounds[grounds.indexOf(event.currentTarget) + step]?.focus();
  }

  function choose(ms: number, column: Column): void {
    setSlotMs(ms);
    setSaid(words.day.place(clockOf(ms, zone), column.name));
  }

  const height = offsetPx(range.toMs, range);
  return (
    <div ref={body} className={classes.scroll} data-dragging={dragging !== null || undefined}>
      <p id={hint} hidden>
        {words.day.slotHint}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div
        className={classes.sheet}
        style={{ '--rooms': columns.length, '--hour': `${60 * PX_PER_MINUTE}px` } as CSSProperties}
      >
        <span className={classes.corner} />
        {columns.map((column) => (
          <h2 key={column.key} className={classes.head}>
            {column.name} <ThisRoom roomId={column.room?.id ?? null} />
          </h2>
        ))}
        <div className={classes.hours} style={{ height }} aria-hidden>
          {marks.map(({ ms, clock, again }) => (
            <span key={ms} className={classes.hour} style={{ top: offsetPx(ms, range) }}>
              {clock}
              {again && <small>{words.day.again}</small>}
            </span>
          ))}
        </div>
        {columns.map((column, index) => (
          <RoomColumn
            key={column.key}
            column={column}
            number={index + 1}
            range={range}
            nowMs={day.nowMs}
            inTheWay={inTheWay}
            ghost={dragging?.column === column.key ? ghostOf(dragging, column, day, zone) : null}
            draggedId={dragging?.session.id ?? null}
            slot={
              mayPlan
                ? {
                    ms: slot,
                    hint,
                    onSlot: (ms) => choose(ms, column),
                    onSide: moveSide,
                    onPlan: (ms) => onPlan(ms, column.room),
                  }
                : null
            }
            innerRef={drag.columnRef(column.key)}
            onOpen={(session) => {
              if (!drag.wasDrag()) onOpen(session);
            }}
            onHold={drag.hold}
          />
        ))}
        <div className={classes.over} style={{ height }}>
          <NowLine range={range} />
        </div>
      </div>
    </div>
  );
}

/** The next half hour, on another day the first of its working hours. */
function firstSlot(nowMs: number, range: { fromMs: number; toMs: number }, zone: string): number {
  const isOn = nowMs >= range.fromMs && nowMs < range.toMs - 60 * MINUTE_MS;
  return isOn ? slotAt(nowMs + 30 * MINUTE_MS, zone) : range.fromMs;
}

function ghostOf(dragging: Dragging, { room }: Column, day: Day, zone: string): Ghost {
  const { session, fromMs } = dragging;
  const ghost = { who: whoWords(session), span: spanAt(session, fromMs), refused: null, conflicts: [] };
  if (session.status !== 'planned') return { ...ghost, refused: words.day.fixed[session.status] };
  if (!canStand({ fromMs, room }, session)) return { ...ghost, refused: words.day.keepsRoom };
  const wanted = { ...wantedBy(session, day.nowMs), ...ghost.span, roomId: room?.id ?? null };
  const found = conflictsOf(wanted, day.sessions ?? [], day.nowMs);
  return { ...ghost, conflicts: found.map((conflict) => conflictWords(conflict, zone)) };
}
