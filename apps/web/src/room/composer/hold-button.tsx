import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useHandChoices } from '../../ui/device-choices.ts';
import { useRoom } from '../room-context.ts';
import classes from './read-back.module.css';
import { TwiceButton } from './twice-button.tsx';

/** Long enough not to be a slip, short enough not to look away for (ux.md 2.5). */
export const HOLD_MS = 800;
/** A gloved finger drifts; further than this it has moved away. */
const DRIFT_PX = 12;

interface HoldProps {
  readonly label: string;
  readonly disabled: boolean;
  onHeld(): void;
}

/** Held, or pressed twice by who chose that for this device: some hands cannot hold. */
export function HoldButton(props: HoldProps) {
  const { me } = useRoom();
  return useHandChoices(me.person.id).pressTwice ? <TwiceButton {...props} /> : <HeldButton {...props} />;
}

/** Does nothing on a click, a tap or Enter: only on being held, by a finger, a pointer or the space bar. */
function HeldButton(props: HoldProps) {
  const [held, setHeld] = useState(false);
  const start = useRef<{ x: number; y: number; timer: number } | null>(null);

  function hold(x: number, y: number): void {
    const timer = window.setTimeout(() => {
      release();
      props.onHeld();
    }, HOLD_MS);
    start.current = { x, y, timer };
    setHeld(true);
  }

  function begin(event: PointerEvent): void {
    if (props.disabled || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold(event.clientX, event.clientY);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === ' ' && !event.repeat && !props.disabled && start.current === null) hold(0, 0);
  }

  function release(): void {
    if (start.current !== null) window.clearTimeout(start.current.timer);
    start.current = null;
    setHeld(false);
  }

  function drift(event: PointerEvent): void {
    const from = start.current;
    if (from === null) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > DRIFT_PX) release();
  }

  useEffect(
    () => () => {
      if (start.current !== null) window.clearTimeout(start.current.timer);
    },
    [],
  );

  return (
    <button
      type="button"
      className={classes.hold}
      disabled={props.disabled}
      data-held={held || undefined}
      onPointerDown={begin}
      onPointerMove={drift}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
      onKeyUp={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span
        className={classes.holdProgress}
        style={{ transitionDuration: held ? `${HOLD_MS}ms` : '0ms' }}
        aria-hidden
      />
      <span className={classes.holdLabel}>{props.label}</span>
    </button>
  );
}
