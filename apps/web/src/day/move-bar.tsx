import { useEffect, useRef, useState } from 'react';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import { hasWayBack, type Place } from './move.ts';
import classes from './move-bar.module.css';
import { roomWords } from './session-words.ts';
import type { MoveState, Moving } from './use-move.ts';

const text = words.day;

/**
 * What became of a move, with the way back. It takes the focus, so that the next Tab is Undo and a second Enter does
 * nothing.
 */
export function MoveBar(props: { readonly moving: Moving; readonly day: string; onUndo(): void }) {
  const { moving, day } = props;
  const { state } = moving;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.type === 'moved' || state.type === 'failed') ref.current?.focus({ preventScroll: true });
  }, [state]);
  if (state.type === 'none') return null;
  return (
    <div ref={ref} className={classes.bar} role="status" tabIndex={-1}>
      <span className={classes.what}>
        <What state={state} day={day} />
      </span>
      {state.type === 'moved' && !state.isUndo && hasWayBack(state.move) && (
        <Button look="quiet" onClick={props.onUndo}>
          {text.undo}
        </Button>
      )}
      {state.type === 'failed' && state.again && (
        <Button look="quiet" onClick={moving.again}>
          {text.again2}
        </Button>
      )}
      {state.type === 'failed' && (
        <Button look="quiet" onClick={moving.clear}>
          {text.leave}
        </Button>
      )}
      {state.type === 'moved' && (
        <TimeLeft key={state.untilMs} untilMs={state.untilMs} onOver={moving.clear} />
      )}
    </div>
  );
}

function What({
  state,
  day,
}: {
  readonly state: Exclude<MoveState, { type: 'none' }>;
  readonly day: string;
}) {
  const placeWords = usePlaceWords(day);
  if (state.type === 'failed') return state.sentence;
  const place = placeWords(state.move.to);
  switch (state.type) {
    case 'moving':
      return text.moving(place);
    case 'moved':
      if (state.isUndo) return text.movedBack(place);
      return hasWayBack(state.move) ? text.moved(place) : `${text.moved(place)} ${text.noWayBack}`;
  }
}

/** "14:30, Room 2", and with the day when it is not the one on the screen. */
export function usePlaceWords(day: string): (place: Place) => string {
  const { clinic } = useMe();
  return ({ fromMs, room }) => {
    const clock = clockOf(fromMs, clinic.timeZone);
    const itsDay = dayOf(fromMs, clinic.timeZone);
    return itsDay === day
      ? text.place(clock, roomWords(room))
      : text.dayPlace(dayWords(itsDay), clock, roomWords(room));
  };
}

function TimeLeft({ untilMs, onOver }: { readonly untilMs: number; onOver(): void }) {
  const [leftMs] = useState(() => untilMs - Date.now());
  useEffect(() => {
    const timer = window.setTimeout(onOver, untilMs - Date.now());
    return () => window.clearTimeout(timer);
  }, [onOver, untilMs]);
  return <span className={classes.left} style={{ animationDuration: `${leftMs}ms` }} aria-hidden />;
}
