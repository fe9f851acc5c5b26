import type { PastSession } from '@tandem/wire';
import { pastWords as text } from '../words/past-words.ts';
import classes from './pressure-bars.module.css';

type Figures = NonNullable<PastSession['figures']>;
interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
}

/** mmHg from left to right: the same for every row, so that two bars are compared by eye. */
const SCALE = { from: 50, to: 200 };
const HEIGHT = 28;
const CAP = 4;

const x = (mmHg: number) =>
  `${(Math.min(1, Math.max(0, (mmHg - SCALE.from) / (SCALE.to - SCALE.from))) * 100).toFixed(1)}%`;

/** Baseline over peak, each from its diastolic to its systolic end, with the line of the session's own limit. */
export function PressureBars({ figures }: { readonly figures: Figures }) {
  const { baseline, peak, notifySystolic } = figures;
  if (baseline === null && peak === null) return <span className={classes.none}>{text.unknown}</span>;
  const over = isOver(figures);
  return (
    <svg
      className={classes.bars}
      height={HEIGHT}
      role="img"
      aria-label={text.bars(ends(baseline), ends(peak), notifySystolic)}
    >
      {notifySystolic !== null && (
        <line className={classes.limit} x1={x(notifySystolic)} x2={x(notifySystolic)} y1={0} y2={HEIGHT} />
      )}
      {baseline !== null && <Bar pressure={baseline} y={8} look={classes.baseline} />}
      {peak !== null && <Bar pressure={peak} y={20} look={over ? classes.over : classes.peak} />}
    </svg>
  );
}

/** Reached the limit of its own protocol. */
export function isOver({ peak, notifySystolic }: Figures): boolean {
  return peak !== null && notifySystolic !== null && peak.systolic >= notifySystolic;
}

export const ends = (pressure: Pressure | null): string | null =>
  pressure === null ? null : `${pressure.systolic}/${pressure.diastolic}`;

function Bar({ pressure, y, look }: { pressure: Pressure; y: number; look: string | undefined }) {
  const [left, right] = [x(pressure.diastolic), x(pressure.systolic)];
  return (
    <g className={look}>
      <line x1={left} x2={right} y1={y} y2={y} />
      <line x1={left} x2={left} y1={y - CAP} y2={y + CAP} />
      <line x1={right} x2={right} y1={y - CAP} y2={y + CAP} />
    </g>
  );
}
