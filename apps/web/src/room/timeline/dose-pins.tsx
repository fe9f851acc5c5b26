import { memo } from 'react';
import { words } from '../../words.ts';
import { doseChips } from './dose-chips.ts';
import type { Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';
import { brokenLine, type Obstacle } from './line-gaps.ts';
import type { DosePin } from './session-marks.ts';
import classes from './timeline.module.css';

/** px from the top of the lane to its first chip, and from one row of chips to the next. */
const CHIPS_FROM = 6;
const CHIP_ROW = 25;

/** Top of a chip, in px of the timeline. */
export function chipTop(layout: Layout, row: number): number {
  const box = layout.lanes.find((lane) => lane.row.key === 'ketamine');
  return (box === undefined ? layout.arc : box.top + box.head) + CHIPS_FROM + row * CHIP_ROW;
}

/** When medicine was given, through all lanes, with its amount where it enters its own. */
export const DosePins = memo(function DosePins(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly pins: readonly DosePin[];
  readonly obstacles: readonly Obstacle[];
}) {
  const { layout, plot, pins, obstacles } = props;
  const box = layout.lanes.find((lane) => lane.row.key === 'ketamine');
  const rows = Math.max(
    1,
    Math.floor(((box === undefined ? 0 : box.height - box.head) - CHIPS_FROM) / CHIP_ROW),
  );
  const chips = doseChips(pins, plot, rows);
  return (
    <>
      <svg className={classes.layer} aria-hidden>
        {chips.map(({ pin, x }) => (
          <path
            key={pin.id}
            className={classes.pin}
            data-pending={pin.pending || undefined}
            d={brokenLine(x, layout.arc, layout.axisTop, obstacles)}
          />
        ))}
      </svg>
      <ul className={classes.doses} aria-label={words.chart.doses}>
        {chips.map(({ pin, left, row }) => (
          <li
            key={pin.id}
            className={classes.dose}
            data-pending={pin.pending || undefined}
            title={pin.pending ? words.chart.kept : undefined}
            style={{ left, top: chipTop(layout, row) }}
          >
            {pin.label}
          </li>
        ))}
      </ul>
    </>
  );
});
