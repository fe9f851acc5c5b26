import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import type { Box } from './box.ts';
import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf } from './lane-scale.ts';
import { brokenLine } from './line-gaps.ts';
import classes from './timeline.module.css';

/** The line that moves by itself: above the lanes, so that none is drawn again, and never over a reading. */
export function NowLine(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly obstacles: readonly Box[];
  readonly zone: string;
}) {
  const { layout, plot, obstacles, zone } = props;
  const now = useNow(1000);
  if (!isInside(now, plot)) return null;
  const x = xOf(now, plot);
  return (
    <>
      <svg className={classes.layer} aria-hidden>
        <path className={classes.nowLine} d={brokenLine(x, layout.arc, layout.axisTop, obstacles)} />
      </svg>
      <div className={classes.nowClock} style={{ left: x, top: layout.axisTop + 4 }} aria-hidden>
        {clockOf(now, zone)}
      </div>
    </>
  );
}
