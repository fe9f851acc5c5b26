import { linesOf, type Measure } from '@tandem/domain';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import type { Filled } from './filled.ts';

const [WIDTH, HEIGHT, PAD] = [220, 64, 6];

/**
 * Values over time: every measure on one time axis, and each on its own whole range, so that a small change does not
 * look like a large one. Of a measure without a total each subscale or question is a line.
 */
export function Trend(props: {
  readonly measure: Measure;
  readonly values: readonly Filled[];
  readonly span: readonly [number, number];
}) {
  const { measure, values, span } = props;
  if (values.length === 0) return <div className={classes.trend} />;
  const [from, to] = span;
  const x = (at: string) =>
    to === from ? WIDTH / 2 : PAD + ((Date.parse(at) - from) / (to - from)) * (WIDTH - 2 * PAD);
  const lines = linesOf(measure);
  // The bands of a total; several lines would each have their own.
  const [only, more] = lines;
  const bands = only === undefined || more !== undefined ? [] : only.bands.slice(1);
  return (
    <svg
      className={classes.trend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={courseWords.measures.trend(measure.name, values.length)}
    >
      <line x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} className={classes.axis} />
      {bands.map(({ from: at }) => {
        const y = yOf(at, only?.least ?? 0, only?.most ?? 1);
        return <line key={at} x1={PAD} x2={WIDTH - PAD} y1={y} y2={y} className={classes.band} />;
      })}
      {lines.map(({ key, least, most, of }) => {
        const points = values.flatMap((filled) => {
          const value = of(filled.data.answers);
          return value === null
            ? []
            : [{ id: filled.id, x: x(filled.happenedAt), y: yOf(value, least, most) }];
        });
        return (
          <g key={key} className={classes.series}>
            <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
            {points.map((point) => (
              <circle key={point.id} cx={point.x} cy={point.y} r={2.6} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function yOf(value: number, least: number, most: number): number {
  return HEIGHT - PAD - ((value - least) / (most - least)) * (HEIGHT - 2 * PAD);
}
