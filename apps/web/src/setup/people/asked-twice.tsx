import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { peopleWords as text } from '../../words/people-words.ts';
import classes from './people.module.css';

/** Something with an effect on somebody: said what it does, and done at the second press. */
export function AskedTwice(props: {
  readonly label: string;
  readonly means: string;
  readonly isPending: boolean;
  onDo(): void;
}) {
  const [asks, setAsks] = useState(false);
  return (
    <div className={classes.twice}>
      <p>
        <strong>{props.label}</strong>
        <span className={classes.hint}>{props.means}</span>
      </p>
      {asks ? (
        <div className={classes.sure}>
          <Button onClick={() => setAsks(false)}>{text.back}</Button>
          <Button
            look="main"
            disabled={props.isPending}
            onClick={() => {
              setAsks(false);
              props.onDo();
            }}
          >
            {props.label}
          </Button>
        </div>
      ) : (
        <Button disabled={props.isPending} onClick={() => setAsks(true)}>
          {props.label}
        </Button>
      )}
    </div>
  );
}
