import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/list-pages.ts';
import classes from './day.module.css';
import { MINUTE_MS, msAtPx, offsetPx, SLOT_MINUTES, type Span, slotAt } from './day-grid.ts';

const SLOT_MS = SLOT_MINUTES * MINUTE_MS;
const steps: Readonly<Record<string, number>> = {
  ArrowUp: -SLOT_MS,
  ArrowDown: SLOT_MS,
  PageUp: -4 * SLOT_MS,
  PageDown: 4 * SLOT_MS,
};

/**
 * The free ground of one room: one stop of the Tab key with a slot that arrows move, not twenty-two buttons. A click
 * takes the slot under it.
 */
export function SlotButton(props: {
  readonly room: string;
  readonly range: Span;
  /** Where the slot stands, shared by all rooms so that left and right keep the time. */
  readonly slotMs: number;
  readonly hint: string;
  takenBy(slotMs: number): string | null;
  onSlot(slotMs: number): void;
  onSide(event: KeyboardEvent<HTMLElement>, step: 1 | -1): void;
  onPlan(slotMs: number): void;
}) {
  const { clinic } = useMe();
  const { range, slotMs } = props;
  const [under, setUnder] = useState<number | null>(null);
  const slotUnder = (event: MouseEvent<HTMLElement>) => {
    const { top } = event.currentTarget.getBoundingClientRect();
    const ms = msAtPx(event.clientY - top, range);
    return slotAt(Math.min(ms, range.toMs - 1), clinic.timeZone);
  };
  const taken = props.takenBy(slotMs);
  const name = words.day.planAt(clockOf(slotMs, clinic.timeZone), props.room);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      props.onSide(event, event.key === 'ArrowLeft' ? -1 : 1);
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    props.onSlot(Math.min(Math.max(slotMs + step, range.fromMs), range.toMs - SLOT_MS));
  }

  return (
    <button
      type="button"
      className={classes.ground}
      data-ground
      aria-label={taken === null ? name : `${name}, ${words.day.taken(taken)}`}
      aria-describedby={props.hint}
      onKeyDown={onKeyDown}
      onMouseMove={(event) => setUnder(slotUnder(event))}
      onMouseLeave={() => setUnder(null)}
      // A press of Enter is a click without a place.
      onClick={(event) => props.onPlan(event.detail === 0 ? slotMs : slotUnder(event))}
    >
      {under !== null && <Slot ms={under} range={range} look={classes.slotUnder} zone={clinic.timeZone} />}
      <Slot ms={slotMs} range={range} look={classes.slotHere} zone={clinic.timeZone} />
    </button>
  );
}

function Slot(props: {
  readonly ms: number;
  readonly range: Span;
  readonly look: string | undefined;
  readonly zone: string;
}) {
  const height = offsetPx(props.ms + SLOT_MS, props.range) - offsetPx(props.ms, props.range);
  return (
    <span
      className={`${classes.slot} ${props.look}`}
      style={{ top: offsetPx(props.ms, props.range), height }}
      aria-hidden
    >
      {clockOf(props.ms, props.zone)}
    </span>
  );
}
