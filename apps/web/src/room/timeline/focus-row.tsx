import classes from './focus.module.css';
import type { FocusStop } from './focus-stops.ts';
import type { Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';

/** px by which the first and the last label of the axis stand out of the plot. */
const BEYOND = 20;

/** The focus line, and what was true at it: in place of the axis' own labels. The row slides along and never leaves the plot. */
export function FocusRow(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly stop: FocusStop;
  readonly clock: string;
  readonly x: number;
}) {
  const { layout, plot, stop, clock, x } = props;
  const part = (x - plot.left) / Math.max(1, plot.width);
  return (
    <>
      <div
        aria-hidden
        className={classes.line}
        style={{ left: x, top: layout.arc, height: layout.axisTop - layout.arc }}
      />
      <div
        aria-hidden
        className={classes.band}
        style={{ left: plot.left - BEYOND, width: plot.width + 2 * BEYOND, top: layout.axisTop + 1 }}
      />
      <div
        aria-hidden
        data-testid="focus"
        className={classes.row}
        style={{
          left: x,
          maxWidth: plot.width,
          transform: `translate(${-part * 100}%, -100%)`,
          top: layout.axisTop + 26,
        }}
      >
        <b>{clock}</b>
        {stop.values.map(({ text, tone }) => (
          <span key={text} style={{ color: `var(--t-${tone})` }}>
            {text}
          </span>
        ))}
        {stop.amended.map((text) => (
          <em key={text}>{text}</em>
        ))}
      </div>
    </>
  );
}
