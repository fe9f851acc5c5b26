import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { words } from '../../words/in-room.ts';
import classes from './read-back.module.css';

/** A second press sooner than this is the same one: a finger that trembles, a key that bounces. */
const APART_MS = 400;
/** The first press holds for so long. */
const ARMED_MS = 5_000;

/** Instead of holding: the first press says what the second one does. A key that is held down presses once. */
export function TwiceButton(props: { readonly label: string; readonly disabled: boolean; onHeld(): void }) {
  const [armed, setArmed] = useState(false);
  const firstAt = useRef(0);
  useEffect(() => {
    if (!armed) return;
    const timer = window.setTimeout(() => setArmed(false), ARMED_MS);
    return () => window.clearTimeout(timer);
  }, [armed]);

  function press({ timeStamp }: MouseEvent): void {
    if (!armed) {
      firstAt.current = timeStamp;
      setArmed(true);
    } else if (timeStamp - firstAt.current >= APART_MS) {
      setArmed(false);
      props.onHeld();
    }
  }

  return (
    <button
      type="button"
      className={classes.hold}
      disabled={props.disabled}
      data-armed={armed || undefined}
      onClick={press}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
      onBlur={() => setArmed(false)}
    >
      <span className={classes.holdLabel} aria-live="polite">
        {armed ? words.dose.pressAgain : props.label.replace(words.dose.hold, words.dose.pressTwice)}
      </span>
    </button>
  );
}
