import type { InsightsReply } from '@tandem/wire';
import { insightWords as text } from '../words/insight-words.ts';
import type { Behind } from './behind.ts';
import classes from './insights.module.css';
import { NumberOf } from './numbers.tsx';

const [WIDTH, HEIGHT] = [560, 200];
const [LEFT, BOTTOM, TOP] = [44, 28, 8];

/** Each session as a point: how far the pressure rose, by what was given for the weight. No line is drawn through them. */
export function RisePicture(props: { readonly rise: InsightsReply['rise']; open(behind: Behind): void }) {
  const { rise, open } = props;
  const { points } = rise;
  const mgPerKg = points.map(({ microgramsPerKg }) => microgramsPerKg / 1000);
  const percents = points.map(({ percent }) => percent);
  const most = Math.max(0.5, Math.ceil(Math.max(0, ...mgPerKg) * 2) / 2);
  const [low, high] = [
    Math.min(0, Math.floor(Math.min(0, ...percents) / 20) * 20),
    Math.max(60, Math.ceil(Math.max(0, ...percents) / 20) * 20),
  ];
  const x = (value: number) => LEFT + (value / most) * (WIDTH - LEFT - 12);
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const across = Array.from({ length: most / 0.5 + 1 }, (_, at) => at * 0.5);
  const up = Array.from({ length: (high - low) / 20 + 1 }, (_, at) => low + at * 20);
  return (
    <section className={`${classes.card} ${classes.rise}`} aria-label={text.names.rise}>
      <div>
        <NumberOf
          insight={rise}
          name={text.names.rise}
          said={(value) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value))} %`}
          of={text.of.sessions}
          open={open}
        />
        <p className={classes.quiet}>{text.riseMore}</p>
      </div>
      {points.length > 0 && (
        <svg
          className={classes.plot}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${text.riseMore} ${text.of.sessions(points.length)}`}
        >
          {up.map((value) => (
            <g key={value}>
              <line className={classes.grid} x1={LEFT} x2={WIDTH - 12} y1={y(value)} y2={y(value)} />
              <text className={classes.tick} x={LEFT - 8} y={y(value) + 4} textAnchor="end">
                {value === high ? `${value} ${text.riseAxis.y}` : value}
              </text>
            </g>
          ))}
          {across.map((value) => (
            <text
              key={value}
              className={classes.tick}
              x={value === most ? WIDTH : x(value)}
              y={HEIGHT - 8}
              textAnchor={value === most ? 'end' : 'middle'}
            >
              {value === most ? `${value} ${text.riseAxis.x}` : value}
            </text>
          ))}
          {points.map(({ id, percent, microgramsPerKg }) => (
            <circle key={id} className={classes.point} cx={x(microgramsPerKg / 1000)} cy={y(percent)} r={3.5}>
              <title>{text.point((microgramsPerKg / 1000).toFixed(2), percent.toFixed(0))}</title>
            </circle>
          ))}
        </svg>
      )}
    </section>
  );
}
