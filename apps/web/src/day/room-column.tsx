import type { Session } from '@tandem/wire';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/list-pages.ts';
import block from './block.module.css';
import type { Column } from './columns.ts';
import classes from './day.module.css';
import { drawnSpan, MINUTE_MS, offsetPx, overlap, SHORTEST_DRAWN_MS, type Span } from './day-grid.ts';
import { SessionBlock } from './session-block.tsx';
import { spanOf } from './session-span.ts';
import { whoWords } from './session-words.ts';
import { type Placed, placed } from './side-by-side.ts';
import { SlotButton } from './slot-button.tsx';

/** Under this a block has room for one line. */
const ONE_LINE_MS = 60 * MINUTE_MS;

/** What is dragged over this column: where it would stand and what would be in the way. */
export interface Ghost {
  readonly who: string;
  readonly span: Span;
  readonly refused: string | null;
  readonly conflicts: readonly string[];
}

export interface RoomColumnProps {
  readonly column: Column;
  /** From 1, left to right. */
  readonly number: number;
  readonly range: Span;
  readonly nowMs: number;
  readonly inTheWay: ReadonlySet<string>;
  readonly ghost: Ghost | null;
  readonly draggedId: string | null;
  /** Null: this person does not plan. */
  readonly slot: {
    readonly ms: number;
    readonly hint: string;
    onSlot(ms: number): void;
    onSide(event: KeyboardEvent<HTMLElement>, step: 1 | -1): void;
    onPlan(ms: number): void;
  } | null;
  readonly innerRef: (element: HTMLElement | null) => void;
  onOpen(session: Session): void;
  onHold(event: PointerEvent<HTMLElement>, session: Session): void;
}

export function RoomColumn(props: RoomColumnProps) {
  const { column, range, nowMs, slot } = props;
  const spans = column.sessions.map((session) => spanOf(session, nowMs));
  const drawn = spans.map((span) => drawnSpan(span, range));
  const places = placed(
    drawn.map((span, at) => ({ span, isCancelled: column.sessions[at]?.status === 'cancelled' })),
  );
  const takenBy = (ms: number) => {
    const at = { fromMs: ms, toMs: ms + 1 };
    const index = spans.findIndex(
      (span, i) => overlap(span, at) && column.sessions[i]?.status !== 'cancelled',
    );
    const session = column.sessions[index];
    return session === undefined ? null : whoWords(session);
  };
  return (
    <section
      ref={props.innerRef}
      className={classes.column}
      style={{ gridColumn: props.number + 1 }}
      aria-label={column.name}
    >
      {slot !== null && (
        <SlotButton
          room={column.name}
          range={range}
          slotMs={slot.ms}
          hint={slot.hint}
          takenBy={takenBy}
          onSlot={slot.onSlot}
          onSide={slot.onSide}
          onPlan={slot.onPlan}
        />
      )}
      {column.sessions.map((session, index) => {
        const [span, part, place] = [spans[index], drawn[index], places[index]];
        if (span === undefined || part === undefined || place === undefined) return null;
        return (
          <SessionBlock
            key={session.id}
            session={session}
            span={span}
            style={{ ...across(place), ...down(part, range) }}
            isAside={place.isAside}
            short={part.toMs - part.fromMs < ONE_LINE_MS}
            inTheWay={props.inTheWay.has(session.id)}
            dragged={session.id === props.draggedId}
            onOpen={() => props.onOpen(session)}
            onHold={(event) => props.onHold(event, session)}
          />
        );
      })}
      {props.ghost !== null && <GhostBlock ghost={props.ghost} range={range} />}
    </section>
  );
}

function GhostBlock({ ghost, range }: { readonly ghost: Ghost; readonly range: Span }) {
  const { clinic } = useMe();
  const { fromMs, toMs } = ghost.span;
  const place = { fromMs, toMs: Math.max(toMs, fromMs + SHORTEST_DRAWN_MS) };
  return (
    <div
      className={block.ghost}
      style={{ ...across({ lane: 0, lanes: 1, isAside: false, strips: 0 }), ...down(place, range) }}
      data-refused={ghost.refused !== null || undefined}
    >
      <strong>{words.day.from(clockOf(fromMs, clinic.timeZone), clockOf(toMs, clinic.timeZone))}</strong>
      <span>{ghost.who}</span>
      {ghost.refused !== null && <span>{ghost.refused}</span>}
      {ghost.conflicts.map((sentence) => (
        <span key={sentence} className={block.warning}>
          {sentence}
        </span>
      ))}
    </div>
  );
}

function down(place: Span, range: Span) {
  const top = offsetPx(place.fromMs, range);
  // A hairline between one session and the next.
  return { top: top + 1, height: offsetPx(place.toMs, range) - top - 2 };
}

/** A strip is as wide as a finger. */
const STRIP_PX = 48;

function across({ lane, lanes, isAside, strips }: Placed) {
  if (isAside) return { right: lane * STRIP_PX + 4, width: STRIP_PX - 4 };
  const width = `(100% - ${strips * STRIP_PX}px) / ${lanes}`;
  return { left: `calc(${width} * ${lane} + 4px)`, width: `calc(${width} - 8px)` };
}
