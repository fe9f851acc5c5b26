import { TextInput } from '@mantine/core';
import { type MeasureItem, rangeOf } from '@tandem/domain';
import { useState } from 'react';
import { courseWords } from '../words/course-words.ts';
import classes from './measure-form.module.css';

const text = courseWords.form;
/** A line with more places than these is typed: a row of them would be too narrow for a finger. */
const MOST_PLACES = 21;

/** What was answered; null: something is typed there that is no value of this question. */
export type Answer = number | null;

interface QuestionProps {
  readonly item: MeasureItem;
  readonly value: Answer | undefined;
  onChange(value: Answer | undefined): void;
}

/** One question as the client sees it: words to choose from, places on a line, or a number to type. */
export function Question(props: QuestionProps) {
  const { item } = props;
  const { least, most } = rangeOf(item);
  if (item.slider !== true) return <Choices {...props} offered={item.answers} />;
  if (most - least >= MOST_PLACES) return <Typed {...props} />;
  const places = Array.from({ length: most - least + 1 }, (_, at) => ({
    value: least + at,
    words: String(least + at),
  }));
  return <Choices {...props} offered={places} />;
}

function Choices({
  item,
  value,
  onChange,
  offered,
}: QuestionProps & Pick<{ offered: MeasureItem['answers'] }, 'offered'>) {
  return (
    <fieldset className={classes.question} data-slider={item.slider}>
      <legend>{item.text}</legend>
      <div className={classes.answers} data-count={offered.length}>
        {offered.map((one) => (
          <label key={one.value}>
            <input
              type="radio"
              className="visually-hidden"
              name={item.key}
              value={one.value}
              checked={value === one.value}
              onChange={() => onChange(one.value)}
            />
            <span>{one.words}</span>
          </label>
        ))}
      </div>
      {item.slider === true && <Ends item={item} />}
    </fieldset>
  );
}

function Typed({ item, value, onChange }: QuestionProps) {
  const [typed, setTyped] = useState('');
  const { least, most } = rangeOf(item);
  function read(next: string): void {
    setTyped(next);
    const number = /^-?\d{1,5}$/.test(next.trim()) ? Number(next.trim()) : Number.NaN;
    const none = next.trim() === '' ? undefined : null;
    onChange(number >= least && number <= most ? number : none);
  }
  return (
    <fieldset className={classes.question} data-typed>
      <legend>{item.text}</legend>
      <TextInput
        className={classes.typed ?? ''}
        aria-label={item.text}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        description={text.between(least, most)}
        error={value === null ? text.notBetween(least, most) : undefined}
        value={typed}
        onChange={(event) => read(event.currentTarget.value)}
      />
      <Ends item={item} />
    </fieldset>
  );
}

/** What the two ends of a line mean; not said again where they are the numbers alone. */
function Ends({ item }: { readonly item: MeasureItem }) {
  const [low, high] = [item.answers[0], item.answers.at(-1)];
  if (low === undefined || high === undefined || low.words === String(low.value)) return null;
  return (
    <p className={classes.ends}>
      <span>{low.words}</span>
      <span>{high.words}</span>
    </p>
  );
}
