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
          <PinLine
            key={pin.id}
            pending={pin.pending}
            d={brokenLine(x, layout.arc, layout.axisTop, obstacles)}
          />
        ))}
      </svg>
      <ul className={classes.doses} aria-label={words.chart.doses}>
        {chips.map(({ pin, left, row }) => (
          <Chip key={pin.id} {...pin} left={left} top={chipTop(layout, row)} />
        ))}
      </ul>
    </>
  );
});

const PinLine = memo(function PinLine({ pending, d }: { readonly pending: boolean; readonly d: string }) {
  return <path className={classes.pin} data-pending={pending || undefined} d={d} />;
});

type ChipProps = DosePin & { readonly left: number; readonly top: number };

/** By its words and place: where only a line has moved aside for a new reading, no chip is drawn again. */
const Chip = memo(function Chip({ label, title, pending, amended, left, top }: ChipProps) {
  return (
    <li
      className={classes.dose}
      data-pending={pending || undefined}
      data-amended={amended !== null || undefined}
      title={title}
      style={{ left, top }}
    >
      {label}
    </li>
  );
});
