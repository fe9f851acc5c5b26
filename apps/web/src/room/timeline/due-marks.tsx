import { memo, useMemo } from 'react';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { dueTicks } from './due-ticks.ts';
import type { Layout } from './lane-layout.ts';
import { type Plot, xOf } from './lane-scale.ts';
import classes from './timeline.module.css';

/** px: the next one is longer, so that it is found among those that follow. */
const NEXT = 11;
const FOLLOWING = 7;

/** When vital signs are due, on the top edge of the pressures. Above the lanes: none is drawn again for it. */
export const DueMarks = memo(function DueMarks({ layout, plot }: { layout: Layout; plot: Plot }) {
  const { view, zone } = useRoom();
  const { fromMs, toMs } = plot;
  const due = useMemo(() => dueTicks(view.expected, fromMs, toMs), [view.expected, fromMs, toMs]);
  const box = layout.lanes.find(({ row }) => row.key === 'blood-pressure');
  const [first, ...rest] = due;
  if (first === undefined || box === undefined) return null;
  const top = box.top + box.head;
  const path = due.map((ms, at) => `M${xOf(ms, plot)} ${top}v${at === 0 ? NEXT : FOLLOWING}`).join('');
  return (
    <svg
      className={classes.layer}
      role="img"
      aria-label={words.chart.due(
        clockOf(first, zone),
        rest.map((ms) => clockOf(ms, zone)),
      )}
      data-due={due.map((ms) => new Date(ms).toISOString()).join(' ')}
    >
      <path className={classes.due} d={path} />
    </svg>
  );
});
