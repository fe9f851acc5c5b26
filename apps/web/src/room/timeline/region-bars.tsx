import classes from './meaning-marks.module.css';
import type { PlacedRegion } from './note-marks.ts';
import { fitting, textWidth } from './text-width.ts';

/** px on both sides of the words in a bar. */
const INSIDE = 7;
/** px below which a bar holds no words. */
const WORDS_FROM = 14;

/** Stretches of time, each with its first words as far as they fit. */
export function RegionBars(props: {
  readonly regions: readonly PlacedRegion[];
  readonly found: ReadonlySet<string> | null;
}) {
  return props.regions.map(({ note, left, right, top, bottom }) => {
    const words =
      bottom - top < WORDS_FROM
        ? ''
        : fitting(note.labels, right - left - 2 * INSIDE, (text) => textWidth(text, 520));
    return (
      <g
        key={note.id}
        className={classes.region}
        data-note={note.id}
        data-shape="region"
        data-dim={(props.found !== null && !props.found.has(note.id)) || undefined}
        opacity={note.pending ? 0.6 : 1}
      >
        <title>{note.title}</title>
        <rect x={left} y={top} width={right - left} height={bottom - top} rx={3} />
        <path d={`M${left} ${top - 2}V${bottom + 1}M${right} ${top - 2}V${bottom + 1}`} />
        {words !== '' && (
          <text x={left + INSIDE} y={(top + bottom) / 2 + 4}>
            {words}
          </text>
        )}
        {note.amended !== null && <path d={`M${right + 2} ${top}l3.5 -5`} />}
      </g>
    );
  });
}
