import {
  bandWords,
  linesOf,
  type Measure,
  type MeasureAnswer,
  type MeasureLine,
  subscaleLines,
} from '@tandem/domain';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';

const text = courseWords.measures;

/** What was answered once: the total with its band, then its subscales; without a total line by line. */
export function MeasureValue(props: {
  readonly measure: Measure;
  readonly answers: readonly MeasureAnswer[];
}) {
  const { measure, answers } = props;
  const [total, ...more] = linesOf(measure);
  if (total === undefined) return null;
  if (measure.total === null)
    return [total, ...more].map((line) => (
      <Line
        key={line.key}
        line={line}
        value={line.of(answers)}
        withRange={(measure.subscales ?? []).length > 0}
      />
    ));
  const value = total.of(answers);
  const band = bandWords(total, value);
  return (
    <>
      {value === null ? (
        text.gaps
      ) : (
        <>
          <strong>{text.total(value, total.most)}</strong>
          {band !== null && ` ${band}`}
        </>
      )}
      <span className={classes.subscales}>
        {subscaleLines(measure).map((line) => (
          <Line key={line.key} line={line} value={line.of(answers)} withRange />
        ))}
      </span>
    </>
  );
}

function Line(props: {
  readonly line: MeasureLine;
  readonly value: number | null;
  readonly withRange: boolean;
}) {
  const { line, value, withRange } = props;
  if (value === null) return null;
  const band = bandWords(line, value);
  return (
    <span className={classes.line}>
      <strong>{withRange ? text.total(value, line.most) : value}</strong> {line.name}
      {band !== null && `: ${band}`}
    </span>
  );
}
