import { isInside, type Plot, xOf } from './lane-scale.ts';
import { NOTE_HALF } from './note-shape.tsx';
import type { NoteMark } from './session-marks.ts';

export interface PlacedNote {
  readonly note: NoteMark;
  readonly x: number;
  readonly y: number;
}

/** A stretch of time as a bar, in px. */
export interface PlacedRegion {
  readonly note: NoteMark;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedMeaning {
  readonly points: readonly PlacedNote[];
  readonly regions: readonly PlacedRegion[];
  /** Where the points have their line. */
  readonly middle: number;
}

/** px at the foot of the lane that bars take once there is one: a line of words. */
const BARS = 17;
/** Bars that overlap share it, down to this. */
const LEAST_BAR = 5;
/** A stretch of a minute is still seen. */
const LEAST_WIDTH = 6;

/** What stands in the window of the notes lane: points above, stretches of time as bars at its foot. In px. */
export function placedMeaning(
  notes: readonly NoteMark[],
  plot: Plot,
  top: number,
  height: number,
): PlacedMeaning {
  const regions = placedRegions(notes, plot, top, height);
  const foot = regions.length === 0 ? 0 : footOf(height);
  return { points: placedNotes(notes, plot, top, height - foot), regions, middle: top + (height - foot) / 2 };
}

const footOf = (height: number) => Math.min(BARS, Math.floor(height / 2));

/** Two within a mark's width stand one above the other. */
function placedNotes(notes: readonly NoteMark[], plot: Plot, top: number, height: number): PlacedNote[] {
  const middle = top + height / 2;
  const apart = Math.max(0, Math.min(NOTE_HALF, height / 2 - NOTE_HALF));
  const shown = notes.filter(({ atMs, endMs }) => endMs === null && isInside(atMs, plot));
  const near = shown.map((note, at) =>
    [shown[at - 1], shown[at + 1]].some(
      (other) =>
        other !== undefined && Math.abs(xOf(other.atMs, plot) - xOf(note.atMs, plot)) < 2 * NOTE_HALF,
    ),
  );
  let up = false;
  return shown.map((note, at) => {
    up = near[at] === true && !up;
    const y = near[at] === true ? middle + (up ? -apart : apart) : middle;
    return { note, x: xOf(note.atMs, plot), y };
  });
}

function placedRegions(notes: readonly NoteMark[], plot: Plot, top: number, height: number): PlacedRegion[] {
  const ends: number[] = [];
  const rows = notes.flatMap((note) => {
    if (note.endMs === null || note.endMs < plot.fromMs || note.atMs > plot.toMs) return [];
    const left = xOf(Math.max(note.atMs, plot.fromMs), plot);
    const right = Math.max(left + LEAST_WIDTH, xOf(Math.min(note.endMs, plot.toMs), plot));
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return [{ note, left, right, row }];
  });
  const foot = footOf(height);
  const each = Math.max(LEAST_BAR, foot / Math.max(1, ends.length));
  return rows.map(({ row, ...bar }) => {
    const above = top + height - foot + Math.min(row * each, foot - each);
    return { ...bar, top: above, bottom: above + each - 2 };
  });
}
