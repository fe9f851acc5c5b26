import type { AnswerWords } from '@tandem/domain';
import { useId } from 'react';
import classes from './panels.module.css';

export type AnswerLook = 'keys' | 'row' | 'list' | 'numbers';

/** One item with its answers as radio buttons; the number stands with its words, never alone where it has some. */
export function AnswerRow(props: {
  readonly label: string;
  readonly answers: readonly AnswerWords[];
  readonly value: number | undefined;
  readonly look: AnswerLook;
  /** Two sides: the number is printed with its sign. */
  readonly signed?: boolean;
  /** The label is there for those who cannot see that the answers belong together. */
  readonly quiet?: boolean;
  onAnswer(value: number): void;
}) {
  const name = useId();
  return (
    <fieldset className={classes.item} data-look={props.look}>
      <legend className={props.quiet === true ? 'visually-hidden' : classes.label}>{props.label}</legend>
      <div className={classes.options} data-look={props.look}>
        {props.answers.map(({ value, words }) => (
          <label key={value} className={classes.option} data-look={props.look}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onAnswer(value)}
            />
            <b>{props.signed === true && value > 0 ? `+${value}` : value}</b>
            {words !== '' && (
              <span className={props.look === 'numbers' ? 'visually-hidden' : undefined}> {words}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
