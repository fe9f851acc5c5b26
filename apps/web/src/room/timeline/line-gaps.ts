import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf, yOf } from './lane-scale.ts';
import { placedNotes } from './note-marks.ts';
import { NOTE_HALF } from './note-shape.tsx';
import type { TimelineParts } from './timeline-parts.ts';

/** A mark that an upright line must not cover, in px. */
export interface Obstacle {
  readonly x: number;
  /** A line this far from its middle would still touch it. */
  readonly near: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half a stem with its ring, and a little air. */
const READING_NEAR = 5;
const AIR = 4;

/** Every reading and note of the window. */
export function obstaclesOf(parts: TimelineParts, layout: Layout, plot: Plot): Obstacle[] {
  return layout.lanes.flatMap((box): Obstacle[] => {
    if (box.row.key === 'notes') {
      return placedNotes(parts.notes, plot, box.top, box.height).map(({ x, y }) => ({
        x,
        near: NOTE_HALF + 1,
        top: y - NOTE_HALF - AIR,
        bottom: y + NOTE_HALF + AIR,
      }));
    }
    if (box.row.sign === undefined) return [];
    const { points, axis } = parts[box.row.sign.key];
    return points
      .filter(({ atMs }) => isInside(atMs, plot))
      .map(({ atMs, high, low }) => ({
        x: xOf(atMs, plot),
        near: READING_NEAR,
        top: yOf(high, axis, box) - AIR,
        bottom: yOf(low ?? high, axis, box) + AIR,
      }));
  });
}

/** An upright line at `x` from `top` to `bottom` as an SVG path that leaves out every mark it meets. */
export function brokenLine(x: number, top: number, bottom: number, obstacles: readonly Obstacle[]): string {
  const met = obstacles.filter((one) => Math.abs(one.x - x) < one.near).sort((a, b) => a.top - b.top);
  let path = '';
  let from = top;
  for (const one of met) {
    if (one.top > from) path += `M${x} ${from}V${Math.min(one.top, bottom)}`;
    from = Math.max(from, one.bottom);
  }
  return from < bottom ? `${path}M${x} ${from}V${bottom}` : path;
}
