import type { StaffSideSession } from '@tandem/wire';
import { wallWords as text } from '../words/wall-words.ts';
import classes from './display.module.css';

/** In the units of the picture: 100 minutes wide, the room's axis of 40 to 190 mmHg high. */
const WIDTH = 1085;
const HEIGHT = 390;
const MINUTES = 100;
/** The window slides once now has passed three quarters of it. */
const KEPT_MINUTES = 75;
const AXIS = { min: 40, max: 190 };
const HALF_BAR = 17;

/** Pressures of this session as double-ended T (ux.md 0.2), proportionate in time, on the room's axis. */
export function PressurePicture(props: {
  readonly pressures: StaffSideSession['pressures'];
  readonly nowMs: number;
}) {
  const { pressures, nowMs } = props;
  const first = pressures[0];
  if (first === undefined) return null;
  const fromMs = Math.max(Date.parse(first.at), nowMs - KEPT_MINUTES * 60_000);
  const marks = pressures.flatMap(({ at, systolic, diastolic }) => {
    const minutes = (Date.parse(at) - fromMs) / 60_000;
    const x = HALF_BAR + 3 + (minutes / MINUTES) * (WIDTH - 2 * HALF_BAR);
    return minutes < 0 ? [] : [{ at, x, top: y(systolic), bottom: y(diastolic) }];
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text.pressures(pressures.length)}>
      <g className={classes.marks}>
        {marks.map(({ at, x, top, bottom }) => (
          <path
            key={at}
            d={`M${x - HALF_BAR} ${top}h${2 * HALF_BAR}M${x - HALF_BAR} ${bottom}h${2 * HALF_BAR}M${x} ${top}V${bottom}`}
          />
        ))}
      </g>
    </svg>
  );
}

/** A reading outside of the axis is drawn at its edge: the number says how far. */
function y(mmHg: number): number {
  const inside = Math.min(AXIS.max, Math.max(AXIS.min, mmHg));
  return 4 + ((AXIS.max - inside) / (AXIS.max - AXIS.min)) * (HEIGHT - 8);
}
