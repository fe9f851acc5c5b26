import type { InsightsReply } from '@tandem/wire';
import { insightWords as text } from '../words/insight-words.ts';
import type { Behind } from './behind.ts';
import classes from './insights.module.css';
import { NumberOf } from './numbers.tsx';

/** In px; widths are parts of whatever room there is, so that words keep their size on every screen. */
const [HEIGHT, TOP, BOTTOM] = [228, 14, 30];
/** About so many numbers stand beside each other on a phone. */
const MOST_TICKS = 7;

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
  const step = most / 0.5 > MOST_TICKS ? Math.ceil(most / 0.5 / MOST_TICKS) * 0.5 : 0.5;
  const x = (value: number) => `${(value / most) * 100}%`;
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const across = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
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
      </div>
      {points.length > 0 && (
        <figure className={classes.figure}>
          <figcaption className={classes.caption}>{text.riseMore}</figcaption>
          <div className={classes.picture}>
            <div className={classes.levels} aria-hidden>
              {up.map((value) => (
                <span key={value} style={{ top: y(value) }}>
                  {value === high ? `${value} ${text.riseAxis.y}` : value}
                </span>
              ))}
            </div>
            <svg
              className={classes.plot}
              height={HEIGHT}
              role="img"
              aria-label={`${text.riseMore} ${text.of.sessions(points.length)}`}
            >
              {up.map((value) => (
                <line key={value} className={classes.grid} x1="0" x2="100%" y1={y(value)} y2={y(value)} />
              ))}
              {across.map((value, at) => (
                <text
                  key={value}
                  className={classes.tick}
                  data-before-last={at === across.length - 2 || undefined}
                  x={x(value)}
                  y={HEIGHT - 8}
                  textAnchor={at === 0 ? 'start' : at === across.length - 1 ? 'end' : 'middle'}
                >
                  {at === across.length - 1 ? `${value} ${text.riseAxis.x}` : value}
                </text>
              ))}
              {points.map(({ id, percent, microgramsPerKg }) => (
                <circle
                  key={id}
                  className={classes.point}
                  cx={x(microgramsPerKg / 1000)}
                  cy={y(percent)}
                  r={4}
                >
                  <title>{text.point((microgramsPerKg / 1000).toFixed(2), percent.toFixed(0))}</title>
                </circle>
              ))}
            </svg>
          </div>
        </figure>
      )}
    </section>
  );
}
