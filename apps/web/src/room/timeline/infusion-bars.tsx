import { useNow } from '../../data/clock.ts';
import type { Layout } from './lane-layout.ts';
import { type Plot, xOf } from './lane-scale.ts';
import type { InfusionBar } from './session-marks.ts';
import classes from './timeline.module.css';

/** px of the fastest rate, and of the thinnest that is still seen. */
const FULL = 10;
const LEAST = 2;

/** From its start to its stop, on the floor of its lane, as high as it ran fast; a pause is a gap. */
export function InfusionBars(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly bars: readonly InfusionBar[];
  /** Null while the session runs. */
  readonly untilMs: number | null;
}) {
  const { layout, plot, bars, untilMs } = props;
  const box = layout.lanes.find(({ row }) => row.key === 'ketamine');
  if (box === undefined || bars.length === 0) return null;
  const rates = bars.flatMap(({ stretches, running }) => [
    ...stretches.map(({ rate }) => rate),
    running?.rate ?? 0,
  ]);
  const shared = { plot, most: Math.max(...rates), base: box.top + box.height - box.pad.bottom };
  return (
    <svg className={classes.layer} aria-hidden data-infusions={bars.length}>
      {bars.flatMap(({ id, stretches }) =>
        stretches.map((one) => <Stretch key={`${id}:${one.fromMs}`} {...shared} {...one} />),
      )}
      {untilMs === null &&
        bars.map(
          ({ id, running }) =>
            running !== null && (
              <RunningStretch key={id} {...shared} fromMs={running.sinceMs} rate={running.rate} />
            ),
        )}
    </svg>
  );
}

interface StretchProps {
  readonly plot: Plot;
  readonly most: number;
  readonly base: number;
  readonly fromMs: number;
  readonly rate: number;
}

function RunningStretch(props: StretchProps) {
  return <Stretch {...props} toMs={useNow(1000)} running />;
}

function Stretch(props: StretchProps & { readonly toMs: number; readonly running?: boolean }) {
  const { plot, most, base, fromMs, toMs, rate, running } = props;
  const [from, to] = [Math.max(fromMs, plot.fromMs), Math.min(toMs, plot.toMs)];
  if (rate === 0 || to <= from) return null;
  const height = Math.max(LEAST, (rate / most) * FULL);
  const left = xOf(from, plot);
  return (
    <rect
      className={classes.infusion}
      data-running={running}
      x={left}
      y={base - height}
      width={xOf(to, plot) - left}
      height={height}
    />
  );
}
