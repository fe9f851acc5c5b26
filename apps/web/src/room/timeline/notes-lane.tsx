import { memo } from 'react';
import { useSearched } from '../meaning/log-search-store.ts';
import type { Plot } from './lane-scale.ts';
import marks from './meaning-marks.module.css';
import { MarkShape } from './meaning-shapes.tsx';
import { placedMeaning } from './note-marks.ts';
import { RegionBars } from './region-bars.tsx';
import type { NoteMark } from './session-marks.ts';
import classes from './timeline.module.css';
import { useDraws } from './use-same.ts';

export interface NotesLaneProps {
  readonly notes: readonly NoteMark[];
  readonly plot: Plot;
  readonly width: number;
  readonly height: number;
  readonly summary: string;
}

/** What was said and noticed, on the same axis as body and medicine. */
export const NotesLane = memo(function NotesLane(props: NotesLaneProps) {
  const { notes, plot, width, height, summary } = props;
  const { points, regions, middle } = placedMeaning(notes, plot, 0, height);
  const { found } = useSearched();
  const latest = notes.at(-1)?.id;
  return (
    <div role="img" aria-label={summary} data-lane="notes" data-draws={useDraws()}>
      <svg width={width} height={height} className={classes.notes} aria-hidden>
        <path d={`M${plot.left} ${middle}H${plot.left + plot.width}`} className={classes.noteLine} />
        <RegionBars regions={regions} found={found} />
        {points.map(({ note, x, y }) => (
          <g
            key={note.id}
            transform={`translate(${x} ${y})`}
            className={classes.note}
            data-note={note.id}
            data-shape={note.shape}
            data-dim={(found !== null && !found.has(note.id)) || undefined}
            data-amended={note.amended !== null || undefined}
            data-latest={note.id === latest || undefined}
            opacity={note.pending ? 0.6 : 1}
          >
            <title>{note.title}</title>
            <circle r={11} fill="transparent" stroke="none" />
            <MarkShape shape={note.shape} />
            {found?.has(note.id) === true && <circle r={10} className={marks.found} />}
            {note.amended !== null && <path className={classes.amendedTick} d="M8 -5l3.5 -5" />}
          </g>
        ))}
      </svg>
    </div>
  );
});
