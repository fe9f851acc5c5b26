import { words } from '../words/list-pages.ts';
import classes from './picture.module.css';
import { type Picture, type PictureDose, type PicturePressure, type Scale, ticksOf } from './picture-data.ts';

const text = words.picture;
/** Heights in px; widths are parts of whatever room there is, so that nothing is measured or drawn twice. */
const LABELS = 20;
const PLOT = 112;
const AXIS = 20;
const BAR = 5;

/**
 * Pressures of one session as double-ended T with the mean as a ring, nothing drawn between two readings
 * (GTAB-039 to 044), and its doses as pins. On the scale that every picture of the page shares.
 */
export function PressurePicture({ picture, scale }: { readonly picture: Picture; readonly scale: Scale }) {
  const x = (minute: number) =>
    `${((minute - scale.fromMinute) / (scale.toMinute - scale.fromMinute)) * 100}%`;
  const y = (value: number) => LABELS + ((scale.high - value) / (scale.high - scale.low)) * PLOT;
  const inside = ({ minute }: { minute: number }) => minute >= scale.fromMinute && minute <= scale.toMinute;
  const ticks = ticksOf(scale.fromMinute, scale.toMinute, 30);
  const levels = ticksOf(scale.low, scale.high, 20).filter((value) => value % 40 === 20);
  return (
    <div className={classes.picture}>
      <div className={classes.levels} aria-hidden>
        {levels.map((value) => (
          <span key={value} style={{ top: y(value) }}>
            {value}
          </span>
        ))}
      </div>
      <svg className={classes.plot} height={LABELS + PLOT + AXIS} role="img" aria-label={summaryOf(picture)}>
        {levels.map((value) => (
          <line key={value} className={classes.grid} x1="0" x2="100%" y1={y(value)} y2={y(value)} />
        ))}
        {ticks.map((minute) => (
          <line
            key={minute}
            className={minute === 0 && picture.zero === 'start' ? classes.zero : classes.grid}
            x1={x(minute)}
            x2={x(minute)}
            y1={LABELS}
            y2={LABELS + PLOT}
          />
        ))}
        {ticks.map((minute, index) => (
          <text
            key={minute}
            className={classes.tick}
            data-before-last={index === ticks.length - 2 || undefined}
            x={x(minute)}
            y={LABELS + PLOT + 16}
            textAnchor={anchor(index, ticks.length)}
          >
            {text.tick(minute, index === ticks.length - 1)}
          </text>
        ))}
        {picture.doses.filter(inside).map((dose, index) => (
          <Pin key={dose.id} dose={dose} index={index} x={x(dose.minute)} />
        ))}
        {picture.pressures.filter(inside).map((pressure) => (
          <Reading key={pressure.id} pressure={pressure} x={x(pressure.minute)} y={y} />
        ))}
      </svg>
    </div>
  );
}

function anchor(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}

/** The first dose is named left of its pin and the second right of it; a third one a line lower. */
function Pin({ dose, index, x }: { dose: PictureDose; index: number; x: string }) {
  const left = index === 0;
  return (
    <svg x={x} className={classes.mark} aria-hidden="true">
      <line className={classes.pin} y1={LABELS} y2={LABELS + PLOT} />
      <text
        className={classes.dose}
        x={left ? -4 : 4}
        y={index < 2 ? 14 : 32}
        textAnchor={left ? 'end' : 'start'}
      >
        {dose.label}
      </text>
    </svg>
  );
}

function Reading(props: { pressure: PicturePressure; x: string; y(value: number): number }) {
  const { systolic, diastolic, map } = props.pressure;
  const [top, bottom] = [props.y(systolic), props.y(diastolic)];
  return (
    <svg x={props.x} className={classes.mark} aria-hidden="true">
      <path
        className={classes.reading}
        d={`M${-BAR} ${top}H${BAR}M${-BAR} ${bottom}H${BAR}M0 ${top}V${bottom}`}
      />
      <circle className={classes.mean} cx="0" cy={props.y(map)} r="2.6" />
    </svg>
  );
}

function summaryOf({ pressures, doses }: Picture): string {
  const highest = pressures.toSorted((a, b) => b.systolic - a.systolic)[0];
  const pressureWords =
    highest === undefined
      ? text.summaryNone
      : text.summary(pressures.length, `${highest.systolic}/${highest.diastolic}`, highest.minute);
  return [pressureWords, ...doses.map(({ label, minute }) => text.doseAt(label, minute))].join(' ');
}
