import { type LaneRow, laneTable } from './lanes.ts';

/** All in px, from the top left of what the timeline has. Shared by the charts and what is laid over them. */
export interface Layout {
  /** A phone: two lanes until they have the whole screen, their values above the plot instead of beside it. */
  readonly narrow: boolean;
  /** Where the plot begins: name and values stand left of it. */
  readonly left: number;
  readonly right: number;
  readonly arc: number;
  readonly lanes: readonly LaneBox[];
  /** Where the time axis begins, and the lanes end. */
  readonly axisTop: number;
}

export interface LaneBox {
  readonly row: LaneRow;
  readonly top: number;
  readonly height: number;
  readonly pad: LaneRow['pad'];
  /** px at its top that its name takes on a phone; else 0. */
  readonly head: number;
}

const GUTTER = 204;
/** For the labels of the axis alone. */
const NARROW_GUTTER = 34;
const NARROW_BELOW = 560;
const RIGHT = 18;
const ARC = { most: 36, least: 30 };
const AXIS = 28;
/** Height of the line above the plot that names a lane on a phone. */
const NARROW_HEAD = 24;
/** px under it: amounts of doses stand over the plot there, which has no room above. */
const NARROW_PAD = 14;
/** px of all lanes under which the arc gives way a little as well. */
const TIGHT = 480;
const FEWEST = 2;

/**
 * Shares out the height: all lanes grow and shrink together, and leave by rank when they could not be read.
 * @param whole all lanes, however little room a notice above them leaves: what was asked for by "all lanes"
 */
export function layoutOf(
  width: number,
  height: number,
  table: readonly LaneRow[] = laneTable,
  whole = false,
): Layout {
  const narrow = width < NARROW_BELOW;
  const arc = height < TIGHT ? ARC.least : ARC.most;
  const room = Math.max(0, height - arc - AXIS);
  let rows = table.filter((row) => !narrow || whole || row.rank <= FEWEST);
  while (!whole && rows.length > FEWEST && sumOf(rows, 'least') > room) {
    const last = Math.max(...rows.map(({ rank }) => rank));
    rows = rows.filter(({ rank }) => rank !== last);
  }
  const heights = shared(rows, room);
  let top = arc;
  const lanes = rows.map((row, at): LaneBox => {
    const box = {
      row,
      top,
      height: heights[at] as number,
      pad: padOf(row, narrow),
      head: narrow ? NARROW_HEAD : 0,
    };
    top += box.height;
    return box;
  });
  return { narrow, left: narrow ? NARROW_GUTTER : GUTTER, right: RIGHT, arc, lanes, axisTop: top };
}

/** Whole px that add up to `room`; the first lane takes what rounding leaves. */
function shared(rows: readonly LaneRow[], room: number): number[] {
  const [least, usual] = [sumOf(rows, 'least'), sumOf(rows, 'height')];
  const part = (room - least) / (usual - least);
  const heights = rows.map((row) =>
    Math.floor(part < 0 ? (row.least * room) / least : row.least + (row.height - row.least) * part),
  );
  const rest = room - heights.reduce((sum, px) => sum + px, 0);
  return heights.map((px, at) => (at === 0 ? px + rest : px));
}

function padOf({ pad }: LaneRow, narrow: boolean): LaneRow['pad'] {
  return narrow ? { top: NARROW_HEAD + Math.min(pad.top, NARROW_PAD), bottom: pad.bottom } : pad;
}

function sumOf(rows: readonly LaneRow[], side: 'height' | 'least'): number {
  return rows.reduce((sum, row) => sum + row[side], 0);
}
