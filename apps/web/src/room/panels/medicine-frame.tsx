import { type ReactNode, useEffect, useRef } from 'react';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import panels from '../composer/panels.module.css';
import { useRoom } from '../room-context.ts';
import classes from './panels.module.css';

/** A panel whose answers are more than one button: its fields scroll, its last line stays. Enter records nothing. */
export function MedicineFrame(props: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  readonly standing?: ReactNode;
  readonly problem: string | null;
  readonly answers?: ReactNode;
}) {
  const { setTask } = useRoom();
  const fields = useRef<HTMLDivElement>(null);
  const back = () => setTask({ type: 'line' });
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      className={`${panels.panel} ${classes.panel}`}
      aria-label={props.title}
      onKeyDown={keysOf({ leave: back })}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{props.title}</h2>
        {props.beside}
      </div>
      <div ref={fields} className={classes.fields}>
        {props.children}
      </div>
      <div className={classes.foot}>
        <p className={classes.standing}>{props.standing}</p>
        <p role="alert" className={panels.problem}>
          {props.problem}
        </p>
        <span className={classes.answers}>
          <Button look="quiet" onClick={back}>
            {words.steps.back}
          </Button>
          {props.answers}
        </span>
      </div>
    </section>
  );
}
