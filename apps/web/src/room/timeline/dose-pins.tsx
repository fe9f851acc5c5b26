import { memo } from 'react';
import { words } from '../../words/in-room.ts';
import type { Box } from './box.ts';
import { chipTop, doseChips } from './dose-chips.ts';
import type { Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';
import { brokenLine } from './line-gaps.ts';
import type { DosePin } from './session-marks.ts';
import classes from './timeline.module.css';

/** When medicine was given, through all lanes, with its amount where it enters its own. */
export const DosePins = memo(function DosePins(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly pins: readonly DosePin[];
  readonly obstacles: readonly Box[];
}) {
  const { layout, plot, pins, obstacles } = props;
  const chips = doseChips(pins, plot, layout);
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
            data-amended={pin.amended !== null || undefined}
            title={pin.title}
            style={{ left, top: chipTop(layout, row) }}
          >
            {pin.label}
          </li>
        ))}
      </ul>
    </>
  );
});
