import type { Measure, MeasureItem } from '@tandem/domain';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { lockMattersNow } from '../lock/lock-later.ts';
import { setLocked } from '../lock/lock-state.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './measure-form.module.css';
import { type Course, useAdd } from './use-course.ts';

const text = courseWords.form;
type Answers = Readonly<Record<string, number>>;

/**
 * The questions over the whole screen. Filled in by the client, nothing else can be reached from here: whichever way
 * it ends, the screen is then locked, and only a person of the clinic opens it again.
 */
export function MeasureForm(props: {
  readonly measure: Measure;
  readonly by: 'client' | 'staff';
  readonly timing: 'before' | 'after' | 'between';
  readonly course: Course;
  onClose(): void;
}) {
  const { measure, by, timing, course, onClose } = props;
  const { person } = useMe();
  const [answers, setAnswers] = useState<Answers>({});
  const [thanks, setThanks] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const add = useAdd(course, () => (by === 'client' ? setThanks(true) : onClose()));
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useLayoutEffect(() => {
    const opened = dialog.current;
    return () => opened?.close();
  }, []);
  // Whichever way this goes away, also by the browser's way back: out of a client's hands it leads to the lock.
  const shown = useRef(false);
  useEffect(() => {
    if (by !== 'client') return;
    lockMattersNow();
    shown.current = true;
    return () => {
      shown.current = false;
      // Gone for good, and not put there again in the same moment.
      window.setTimeout(() => {
        if (!shown.current) setLocked(person.id);
      }, 0);
    };
  }, [by, person.id]);

  const items = [...measure.items, ...(measure.unscored === undefined ? [] : [measure.unscored])];
  const left = measure.items.filter(({ key }) => answers[key] === undefined).length;

  function save(): void {
    const given = items.flatMap(({ key }) => {
      const value = answers[key];
      return value === undefined ? [] : [{ item: key, value }];
    });
    const { key: instrument, version } = measure;
    add.mutate({ kind: 'measure', data: { instrument, version, answers: given, filledBy: by, timing } });
  }

  return (
    <dialog
      ref={dialog}
      className={classes.layer}
      aria-label={measure.name}
      onCancel={(event) => {
        event.preventDefault();
        if (by === 'staff') onClose();
      }}
    >
      {thanks ? (
        <div className={classes.thanks}>
          <h1>{text.thanks}</h1>
          <Button look="main" onClick={onClose}>
            {text.give}
          </Button>
        </div>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <h1>{measure.name}</h1>
          <p className={classes.intro}>{measure.intro}</p>
          <ol className={classes.items}>
            {items.map((item) => (
              <li key={item.key}>
                <Question
                  item={item}
                  value={answers[item.key]}
                  onChange={(value) => setAnswers((now) => ({ ...now, [item.key]: value }))}
                />
              </li>
            ))}
          </ol>
          <p className={classes.licence}>{measure.licence}</p>
          {left > 0 && Object.keys(answers).length > 0 && (
            <p className={classes.licence}>{text.left(left)}</p>
          )}
          {add.error !== null && (
            <Sentence>
              {text.notSaved} {sentenceOf(add.error)}
            </Sentence>
          )}
          <div className={classes.foot}>
            <Button onClick={onClose}>{by === 'client' ? text.cancel : courseWords.back}</Button>
            <Button type="submit" look="main" disabled={Object.keys(answers).length === 0 || add.isPending}>
              {add.error === null ? courseWords.save : text.again}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}

function Question(props: {
  readonly item: MeasureItem;
  readonly value: number | undefined;
  onChange(value: number): void;
}) {
  const { item, value, onChange } = props;
  const [least, most] = [item.answers[0], item.answers.at(-1)];
  const offered =
    item.slider === true && least !== undefined && most !== undefined
      ? Array.from({ length: most.value - least.value + 1 }, (_, at) => ({
          value: least.value + at,
          words: String(least.value + at),
        }))
      : item.answers;
  return (
    <fieldset className={classes.question} data-slider={item.slider}>
      <legend>{item.text}</legend>
      <div className={classes.answers}>
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
      {item.slider === true && (
        <p className={classes.ends}>
          <span>{least?.words}</span>
          <span>{most?.words}</span>
        </p>
      )}
    </fieldset>
  );
}
