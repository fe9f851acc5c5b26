import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import toggle from '../../ui/toggle.module.css';
import { words } from '../../words/in-room.ts';
import { panelWords } from '../../words/panel-words.ts';
import panels from '../composer/panels.module.css';
import { useRoom } from '../room-context.ts';
import classes from './panels.module.css';

/**
 * A form under the timeline: its fields scroll, its last line with Record stays in sight. It begins with the keyboard
 * in its first field; Esc goes back to the line. What is wrong is said beside Record, and everything chosen stays.
 */
export function PanelForm(props: {
  readonly title: string;
  /** On the button that records; "Record" when left out. */
  readonly record?: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  /** What stands so far: a total, how much is answered. */
  readonly standing?: ReactNode;
  readonly problem: string | null;
  onRecord(): void;
  onKey?(event: KeyboardEvent<HTMLElement>): void;
}) {
  const { setTask } = useRoom();
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const back = () => setTask({ type: 'line' });
  const leave = keysOf({ leave: back });
  useEffect(() => {
    const first = fields.current?.querySelector<HTMLElement>('input:checked') ?? null;
    (first ?? fields.current?.querySelector<HTMLElement>('input, textarea'))?.focus({ preventScroll: true });
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    props.onRecord();
  }

  return (
    <section className={`${panels.panel} ${classes.panel}`} aria-label={props.title}>
      <form
        ref={form}
        className={classes.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          leave(event);
          if (!event.defaultPrevented) props.onKey?.(event);
        }}
      >
        <div className={classes.head}>
          <h2 className={classes.title}>{props.title}</h2>
          {props.beside}
        </div>
        <div ref={fields} className={classes.fields}>
          {props.children}
        </div>
        <div className={classes.foot}>
          <p className={classes.standing} aria-live="polite">
            {props.standing}
          </p>
          <p role="alert" className={panels.problem}>
            {props.problem}
          </p>
          <span className={classes.answers}>
            <Button look="quiet" onClick={back}>
              {words.steps.back}
            </Button>
            <Button type="submit" look="main">
              {props.record ?? panelWords.record}
            </Button>
          </span>
        </div>
      </form>
    </section>
  );
}

/** Words that are said often, one tap each, beside the field they go into. */
export function Suggestions(props: {
  readonly label: string;
  readonly words: readonly string[];
  readonly value: string;
  onChoose(text: string): void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of shortcuts
    <div role="group" aria-label={props.label} className={classes.suggestions}>
      {props.words.map((word) => (
        <button
          key={word}
          type="button"
          className={`${toggle.toggle} ${classes.suggestion}`}
          aria-pressed={props.value === word}
          onClick={() => props.onChoose(word)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
