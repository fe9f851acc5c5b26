import { memo } from 'react';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf, yOf } from './lane-scale.ts';
import type { PhaseSpan } from './session-marks.ts';
import classes from './timeline.module.css';
import type { TimelineParts } from './timeline-parts.ts';

/** Labels closer than this would touch. In px. */
const LABEL_WIDTH = 42;
/** From the middle of a label to the middle of now's own clock. */
const NOW_WIDTH = 46;

/** Ten minutes from line to line, through all lanes. */
export const TimeGrid = memo(function TimeGrid(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly ticks: readonly number[];
}) {
  const { layout, plot, ticks } = props;
  return (
    <svg className={classes.layer} aria-hidden>
      <path
        className={classes.grid}
        d={ticks.map((ms) => `M${xOf(ms, plot)} ${layout.arc}V${layout.axisTop}`).join('')}
      />
    </svg>
  );
});

/** The clock under the lanes; where now is told, no label stands behind it. */
export function TimeAxis(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly ticks: readonly number[];
  readonly zone: string;
  readonly live: boolean;
}) {
  const { layout, plot, ticks, zone, live } = props;
  const now = useNow(10_000);
  const [first = 0, second = 1] = ticks;
  const every = Math.ceil(LABEL_WIDTH / Math.max(1, xOf(second, plot) - xOf(first, plot)));
  const clear = (ms: number) => !live || Math.abs(xOf(ms, plot) - xOf(now, plot)) > NOW_WIDTH;
  return (
    <div className={classes.axis} style={{ top: layout.axisTop }} aria-hidden data-lane="axis">
      {ticks
        .filter((ms, at) => at % every === 0 && clear(ms))
        .map((ms) => (
          <span key={ms} style={{ left: xOf(ms, plot) }}>
            {clockOf(ms, zone)}
          </span>
        ))}
    </div>
  );
}

/** The phase that still lasts, behind the readings. */
export function RunningPhase(props: { layout: Layout; plot: Plot; running: PhaseSpan }) {
  const { layout, plot, running } = props;
  const now = useNow(1000);
  const left = xOf(Math.max(running.fromMs, plot.fromMs), plot);
  const right = xOf(Math.min(now, plot.toMs), plot);
  return (
    <div
      aria-hidden
      className={classes.running}
      style={{
        left,
        width: Math.max(0, right - left),
        top: layout.arc,
        height: layout.axisTop - layout.arc,
      }}
    />
  );
}

/** What was given stays given: the last step, level up to now. */
export function GivenUntilNow(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly part: TimelineParts['ketamine'];
  /** Null while the session runs. */
  readonly untilMs: number | null;
}) {
  const { layout, plot, part, untilMs } = props;
  const now = useNow(1000);
  const last = part.levels.at(-1);
  const box = layout.lanes.find(({ row }) => row.key === 'ketamine');
  if (last === undefined || box === undefined) return null;
  const until = Math.min(untilMs ?? now, plot.toMs);
  const left = xOf(Math.max(last.atMs, plot.fromMs), plot);
  const right = xOf(until, plot);
  if (!isInside(until, plot) || right <= left) return null;
  const top = yOf(last.totalMicrograms / 1000, part.axis, box);
  const perHour = part.infusions.reduce((sum, { running }) => sum + (running?.rate ?? 0), 0);
  if (untilMs === null && perHour > 0) {
    const gives = (ms: number) => (perHour * (ms - last.atMs)) / 3_600_000;
    const y = (ms: number) => yOf((last.totalMicrograms + gives(ms)) / 1000, part.axis, box);
    const base = yOf(0, part.axis, box);
    const slope = `${left} ${y(Math.max(last.atMs, plot.fromMs))}L${right} ${y(until)}`;
    return (
      <svg className={classes.layer} aria-hidden>
        <path className={classes.steps} d={`M${left} ${base}L${slope}V${base}Z`} />
        <path className={classes.slope} d={`M${slope}`} />
      </svg>
    );
  }
  return (
    <div
      aria-hidden
      className={classes.given}
      style={{ left, width: right - left, top: top - 1, height: yOf(0, part.axis, box) - top + 1 }}
    />
  );
}
