import { type CourseState, isShortInterval, type Measure, sameScale, totalOf } from '@tandem/domain';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import type { Filled } from './filled.ts';
import { MeasureHistory } from './measure-history.tsx';
import { MeasureValue } from './measure-value.tsx';
import { useWhen } from './parts.tsx';
import { Trend } from './trend.tsx';
import type { Course } from './use-course.ts';
import type { KnownMeasures } from './use-measures.ts';

const text = courseWords.measures;

/** One measure: its last value, what changed, its course, and every value that was ever entered. */
export function MeasureRow(props: {
  /** The newest version. */
  readonly measure: Measure;
  /** Every version, withdrawn ones too. */
  readonly filled: readonly Filled[];
  readonly known: KnownMeasures;
  readonly span: readonly [number, number];
  readonly course: Course;
  readonly state: CourseState;
  readonly onFill: (() => void) | null;
}) {
  const { measure, filled, known, span, course, state, onFill } = props;
  const [showsAll, setShowsAll] = useState(false);
  const values = filled.filter(({ id }) => !state.withdrawn.has(id));
  const drawn = values.filter((one) => sameScale(known.of(one) ?? measure, measure));
  const last = values.at(-1);
  return (
    <article className={classes.measure} aria-label={measure.name}>
      <div className={classes.what}>
        <h3>{measure.name}</h3>
        {last === undefined ? (
          <p className={classes.quiet}>{text.none}</p>
        ) : (
          <Latest last={last} before={values.at(-2)} measureOf={(one) => known.of(one) ?? measure} />
        )}
        {!measure.validated && (
          <p className={classes.quiet}>{measure.ofClinic === true ? text.noSource : text.own}</p>
        )}
        {!known.isOffered(measure) && <p className={classes.quiet}>{text.notOffered}</p>}
        {drawn.length < values.length && (
          <p className={classes.quiet}>{text.otherScale(values.length - drawn.length)}</p>
        )}
      </div>
      <Trend measure={measure} values={drawn} span={span} />
      {onFill !== null && (
        <Button small aria-label={`${text.fill}: ${measure.name}`} onClick={onFill}>
          {text.fill}
        </Button>
      )}
      {filled.length > 0 && (
        <div className={classes.history}>
          <Button
            look="quiet"
            small
            aria-expanded={showsAll}
            aria-label={`${showsAll ? text.fold : text.all(filled.length)}: ${measure.name}`}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? text.fold : text.all(filled.length)}
          </Button>
          {showsAll && (
            <MeasureHistory
              filled={filled}
              measureOf={(one) => known.of(one) ?? measure}
              course={course}
              state={state}
            />
          )}
        </div>
      )}
    </article>
  );
}

function Latest(props: {
  readonly last: Filled;
  readonly before: Filled | undefined;
  measureOf(filled: Filled): Measure;
}) {
  const { last, before, measureOf } = props;
  const when = useWhen();
  const measure = measureOf(last);
  return (
    <>
      <div className={classes.value}>
        <MeasureValue measure={measure} answers={last.data.answers} />
      </div>
      <p className={classes.quiet}>
        {when(last.happenedAt)}
        {before !== undefined && sameScale(measureOf(before), measure) && (
          <Change measure={measure} last={last} before={before} />
        )}
      </p>
    </>
  );
}

function Change(props: { readonly measure: Measure; readonly last: Filled; readonly before: Filled }) {
  const { measure, last, before } = props;
  const [now, then] = [totalOf(measure, last.data.answers), totalOf(measure, before.data.answers)];
  const short = isShortInterval(measure, Date.parse(before.happenedAt), Date.parse(last.happenedAt));
  return (
    <>
      {now !== null && then !== null && ` · ${text.change(now - then)}`}
      {short && ` · ${text.short}`}
    </>
  );
}
