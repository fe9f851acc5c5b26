import type { Measure, MeasureAnswer } from '@tandem/domain';
import classes from './measure-form.module.css';
import { type Answer, Question } from './question.tsx';

export type Answers = ReadonlyMap<string, Answer>;

/** What a measure asks and its licence line, as the client reads them. */
export function Questions(props: {
  readonly measure: Measure;
  readonly answers: Answers;
  onAnswers(change: (now: Answers) => Answers): void;
}) {
  const { measure, answers, onAnswers } = props;
  const change = (key: string, value: Answer | undefined) =>
    onAnswers((now) => {
      const next = new Map(now);
      if (value === undefined) next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <>
      {measure.intro !== '' && <p className={classes.intro}>{measure.intro}</p>}
      <ol className={classes.items}>
        {itemsOf(measure).map((item) => (
          <li key={item.key}>
            <Question
              item={item}
              value={answers.get(item.key)}
              onChange={(value) => change(item.key, value)}
            />
          </li>
        ))}
      </ol>
      <p className={classes.licence}>{measure.licence}</p>
    </>
  );
}

/** What is asked, also what is asked with it and never counted. */
export function itemsOf({ items, unscored }: Measure): Measure['items'] {
  return [...items, ...(unscored === undefined ? [] : [unscored])];
}

/** What was answered, in the order in which it is asked; what is typed wrong is left out. */
export function givenAnswers(measure: Measure, answers: Answers): MeasureAnswer[] {
  return itemsOf(measure).flatMap(({ key }) => {
    const value = answers.get(key);
    return value === undefined || value === null ? [] : [{ item: key, value }];
  });
}
