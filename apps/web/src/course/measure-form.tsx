import type { Measure } from '@tandem/domain';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { lockMattersNow } from '../lock/lock-later.ts';
import { setLocked } from '../lock/lock-state.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './measure-form.module.css';
import { type Answers, givenAnswers, itemsOf, Questions } from './questions.tsx';
import { type Course, useAdd } from './use-course.ts';

const text = courseWords.form;

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
  const [answers, setAnswers] = useState<Answers>(() => new Map());
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

  const left = measure.items.filter(({ key }) => !answers.has(key)).length;
  const wrong = itemsOf(measure).filter(({ key }) => answers.get(key) === null);

  function save(): void {
    if (wrong.length > 0) return;
    const { key: instrument, version } = measure;
    const given = givenAnswers(measure, answers);
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
          <Questions measure={measure} answers={answers} onAnswers={setAnswers} />
          {left > 0 && answers.size > 0 && <p className={classes.licence}>{text.left(left)}</p>}
          {add.error !== null && (
            <Sentence>
              {text.notSaved} {sentenceOf(add.error)}
            </Sentence>
          )}
          <div className={classes.foot}>
            <Button onClick={onClose}>{by === 'client' ? text.cancel : courseWords.back}</Button>
            <Button
              type="submit"
              look="main"
              disabled={answers.size === 0 || wrong.length > 0 || add.isPending}
            >
              {add.error === null ? courseWords.save : text.again}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
