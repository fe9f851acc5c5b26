import type { BoardSession } from '@tandem/wire';
import { useNow } from '../data/clock.ts';
import { words } from '../words.ts';
import classes from './card-picture.module.css';
import { pressureStrip } from './pressure-strip.ts';

const HEIGHT = 80;
const BAR = 4;

/** Pressures of a running session as double-ended T (GTAB-039 to 044), small enough to be seen and not read. */
export function CardPicture({ pressures }: { readonly pressures: BoardSession['pressures'] }) {
  const strip = pressureStrip(pressures, useNow(60_000));
  const y = (percent: number) => (percent / 100) * HEIGHT;
  const summary =
    strip.highest === null
      ? words.board.noPressure
      : words.board.pressures(pressures.length, `${strip.highest.systolic}/${strip.highest.diastolic}`);
  return (
    <svg className={classes.picture} height={HEIGHT} role="img" aria-label={summary}>
      {strip.marks.length > 0 && (
        <line className={classes.limit} x1="0" x2="100%" y1={y(strip.limit)} y2={y(strip.limit)} />
      )}
      {strip.marks.map(({ x, top, bottom }) => (
        <svg key={x} x={`${x}%`} className={classes.mark} aria-hidden="true">
          <path d={`M${-BAR} ${y(top)}H${BAR}M${-BAR} ${y(bottom)}H${BAR}M0 ${y(top)}V${y(bottom)}`} />
        </svg>
      ))}
    </svg>
  );
}
