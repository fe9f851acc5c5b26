import { bandOf, isShortInterval, type Measure, measures, ofCourse, totalOf } from '@tandem/domain';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { RadioGroup } from '../ui/radio-group.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import type { Filled } from './filled.ts';
import { MeasureForm } from './measure-form.tsx';
import { Part, type PartProps, useWhen } from './parts.tsx';
import { Trend } from './trend.tsx';

const text = courseWords.measures;
type Timing = keyof typeof text.timings;

/** Every measure with its last value, what it was before, and its course on the axes of all others. */
export function Measures({ course, state }: PartProps) {
  const all = ofCourse(state, 'measure');
  const times = all.map(({ happenedAt }) => Date.parse(happenedAt));
  const span = [Math.min(...times), Math.max(...times)] as const;
  const [filling, setFilling] = useState<Measure | null>(null);
  return (
    <Part title={text.title}>
      <ul className={classes.measures}>
        {measures.map((measure) => (
          <li key={measure.key}>
            <One
              measure={measure}
              values={all.filter(({ data }) => data.instrument === measure.key)}
              span={span}
              onFill={course.mayWrite ? () => setFilling(measure) : null}
            />
          </li>
        ))}
      </ul>
      {filling !== null && <Fill measure={filling} course={course} onClose={() => setFilling(null)} />}
    </Part>
  );
}

function One(props: {
  readonly measure: Measure;
  readonly values: readonly Filled[];
  readonly span: readonly [number, number];
  readonly onFill: (() => void) | null;
}) {
  const { measure, values, span, onFill } = props;
  const when = useWhen();
  const last = values.at(-1);
  const before = values.at(-2);
  return (
    <article className={classes.measure} aria-label={measure.name}>
      <div className={classes.what}>
        <h3>{measure.name}</h3>
        {last === undefined ? (
          <p className={classes.quiet}>{text.none}</p>
        ) : (
          <>
            <p className={classes.value}>
              <Value measure={measure} filled={last} />
            </p>
            <p className={classes.quiet}>
              {when(last.happenedAt)}
              <Change measure={measure} last={last} before={before} />
            </p>
          </>
        )}
        {!measure.validated && <p className={classes.quiet}>{text.own}</p>}
      </div>
      <Trend measure={measure} values={values} span={span} />
      {onFill !== null && (
        <Button small aria-label={`${text.fill}: ${measure.name}`} onClick={onFill}>
          {text.fill}
        </Button>
      )}
    </article>
  );
}

function Value({ measure, filled }: { readonly measure: Measure; readonly filled: Filled }) {
  const { answers } = filled.data;
  if (measure.total === null)
    return measure.items.map(({ key, text: question }) => {
      const value = answers.find(({ item }) => item === key)?.value;
      return value === undefined ? null : (
        <span key={key} className={classes.line}>
          <strong>{value}</strong> {question}
        </span>
      );
    });
  const total = totalOf(measure, answers);
  if (total === null) return text.gaps;
  const band = bandOf(measure, total);
  return (
    <>
      <strong>{text.total(total, measure.total.most)}</strong>
      {band !== null && ` ${band.words}`}
    </>
  );
}

function Change(props: {
  readonly measure: Measure;
  readonly last: Filled;
  readonly before: Filled | undefined;
}) {
  const { measure, last, before } = props;
  if (before === undefined) return null;
  const [now, then] = [totalOf(measure, last.data.answers), totalOf(measure, before.data.answers)];
  const short = isShortInterval(measure, Date.parse(before.happenedAt), Date.parse(last.happenedAt));
  return (
    <>
      {now !== null && then !== null && ` · ${text.change(now - then)}`}
      {short && ` · ${text.short}`}
    </>
  );
}

/** Who fills it in and when, then the questions over the whole screen. */
function Fill(props: { readonly measure: Measure; readonly course: PartProps['course']; onClose(): void }) {
  const { measure, course, onClose } = props;
  const [timing, setTiming] = useState<Timing>('between');
  const [by, setBy] = useState<'client' | 'staff' | null>(null);
  if (by !== null)
    return <MeasureForm measure={measure} by={by} timing={timing} course={course} onClose={onClose} />;
  const options = (Object.keys(text.timings) as Timing[]).map((value) => ({
    value,
    label: text.timings[value],
  }));
  return (
    <Dialog title={measure.name} onClose={onClose}>
      <RadioGroup label={text.timing} wide value={timing} options={options} onChange={setTiming} />
      <p className={form.legend}>{text.who}</p>
      <Actions>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button onClick={() => setBy('staff')}>{text.staff}</Button>
        <Button look="main" onClick={() => setBy('client')}>
          {text.client}
        </Button>
      </Actions>
    </Dialog>
  );
}
