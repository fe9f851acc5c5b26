import { isInside, type Plot, xOf } from './lane-scale.ts';
import { NOTE_HALF } from './note-shape.tsx';
import type { NoteMark } from './session-marks.ts';

export interface PlacedNote {
  readonly note: NoteMark;
  readonly x: number;
  readonly y: number;
}

/** Notes of the window on their lane; two within a mark's width stand one above the other. In px. */
export function placedNotes(
  notes: readonly NoteMark[],
  plot: Plot,
  top: number,
  height: number,
): PlacedNote[] {
  const middle = top + height / 2;
  const apart = Math.min(NOTE_HALF, height / 2 - NOTE_HALF);
  const shown = notes.filter(({ atMs }) => isInside(atMs, plot));
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
