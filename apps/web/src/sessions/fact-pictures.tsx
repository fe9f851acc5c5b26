import type { PastFacts } from '@tandem/wire';
import classes from './facts.module.css';

const HEIGHT = 44;
const LEAST = 2;
/** A few bars are as wide as many would be. */
const LEAST_PLACES = 9;

/** Bars side by side, each said by its name to who points at it, and all of them to who cannot see. */
export function Bars(props: {
  readonly bars: readonly {
    readonly key: string;
    readonly count: number;
    readonly name: string;
    readonly over?: boolean;
  }[];
  readonly look: 'pressure' | 'notice';
}) {
  const { bars, look } = props;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = 100 / Math.max(LEAST_PLACES, bars.length);
  return (
    <svg
      className={classes.picture}
      height={HEIGHT}
      role="img"
      aria-label={bars.map(({ name }) => name).join(', ')}
    >
      {bars.map(({ key, count, name, over }, at) => {
        const height = count === 0 ? 1 : Math.max(LEAST, (count / most) * (HEIGHT - 2));
        return (
          <rect
            key={key}
            className={look === 'notice' || over === true ? classes.notice : classes.pressure}
            x={`${at * step}%`}
            y={HEIGHT - height}
            width={`${step * 0.8}%`}
            height={height}
            rx={2}
          >
            <title>{name}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** Lowest and highest total of PHQ-9. */
const SCORES = { least: 0, most: 27 };

/** One line a client from start to latest, and the mean over them. */
export function ScoreLines({ phq9, name }: { readonly phq9: PastFacts['phq9']; readonly name: string }) {
  const { lines, first, latest } = phq9;
  const y = (total: number) => 4 + (1 - (total - SCORES.least) / (SCORES.most - SCORES.least)) * (HEIGHT - 8);
  return (
    <svg className={classes.picture} height={HEIGHT} role="img" aria-label={name}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never change their place
        <line key={at} className={classes.client} x1="2%" x2="98%" y1={y(line.first)} y2={y(line.latest)} />
      ))}
      {first !== null && latest !== null && (
        <>
          <line className={classes.mean} x1="2%" x2="98%" y1={y(first)} y2={y(latest)} />
          <circle className={classes.end} cx="2%" cy={y(first)} r={4} />
          <circle className={classes.end} cx="98%" cy={y(latest)} r={4} />
        </>
      )}
    </svg>
  );
}

/** @param part from 0 to 1 */
export function Progress({ part }: { readonly part: number }) {
  return (
    <span className={classes.progress} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </span>
  );
}
