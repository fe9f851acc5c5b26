import pictureClasses from '../clients/picture.module.css';
import { type Scale, ticksOf } from '../clients/picture-data.ts';
import classes from './compare.module.css';
import type { SignPoint } from './compared.ts';

const HEIGHT = 56;

/** One sign of one session as single points, nothing drawn between two readings, on the minutes of all pictures. */
export function SignPicture(props: {
  readonly name: string;
  readonly sign: 'heartRate' | 'spo2';
  readonly points: readonly SignPoint[];
  readonly scale: Scale;
  /** Least and most of the axis; the same for every session. */
  readonly range: readonly [number, number];
}) {
  const { name, sign, points, scale, range } = props;
  const [low, high] = range;
  const x = (minute: number) =>
    `${((minute - scale.fromMinute) / (scale.toMinute - scale.fromMinute)) * 100}%`;
  const y = (value: number) => 6 + ((high - value) / (high - low)) * (HEIGHT - 12);
  const inside = points.filter(({ minute }) => minute >= scale.fromMinute && minute <= scale.toMinute);
  return (
    <div className={pictureClasses.picture}>
      <div className={pictureClasses.levels} aria-hidden>
        {[low, high].map((value) => (
          <span key={value} style={{ top: y(value) }}>
            {value}
          </span>
        ))}
      </div>
      <svg
        className={pictureClasses.plot}
        height={HEIGHT}
        role="img"
        aria-label={`${name}: ${points.map(({ value }) => value).join(', ')}`}
      >
        {[low, high].map((value) => (
          <line key={value} className={pictureClasses.grid} x1="0" x2="100%" y1={y(value)} y2={y(value)} />
        ))}
        {ticksOf(scale.fromMinute, scale.toMinute, 30).map((minute) => (
          <line
            key={minute}
            className={pictureClasses.grid}
            x1={x(minute)}
            x2={x(minute)}
            y1={0}
            y2={HEIGHT}
          />
        ))}
        {inside.map(({ minute, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be of one minute; the list is made anew as a whole
          <circle key={at} className={classes[sign]} cx={x(minute)} cy={y(value)} r={3} />
        ))}
      </svg>
    </div>
  );
}

/** Usual ends of the axis, stepped out as far as a reading needs it. */
export function rangeOf(
  usual: readonly [number, number],
  step: number,
  all: readonly SignPoint[],
): [number, number] {
  const values = all.map(({ value }) => value);
  return [
    Math.min(usual[0], Math.floor(Math.min(usual[0], ...values) / step) * step),
    Math.max(usual[1], Math.ceil(Math.max(usual[1], ...values) / step) * step),
  ];
}
