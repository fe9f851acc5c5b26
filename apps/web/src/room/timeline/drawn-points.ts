import { remembered } from '@tandem/domain';
import { isInside, type Plot, xOf } from './lane-scale.ts';
import type { VitalPoint } from './vital-points.ts';

/** px within which readings cover each other: narrower than one mark. */
const COLUMN = 4;
/** Of a column: its first and last reading, its highest and its lowest value. */
const KEPT = 4;

/**
 * The readings of a lane that can be told apart: all of them in any session that is typed by hand. Where hundreds crowd
 * together, of every 4 px the first, the last, the highest and the lowest, so that the outline stays what it was and no
 * peak is hidden; whatever was amended or waits on this device stays as well, and so does the newest.
 * @param points by time
 */
export function drawnPoints(points: readonly VitalPoint[], plot: Plot): readonly VitalPoint[] {
  const { fromMs, toMs, width } = plot;
  const key = `${fromMs} ${toMs} ${width}`;
  const last = drawn(points);
  if (last.key !== key) Object.assign(last, { key, points: decimated(points, plot) });
  return last.points;
}

/** Asked by the marks, by the words that keep clear of them and by the pointer, of the same list. */
const drawn = remembered((_points: readonly VitalPoint[]) => ({
  key: '',
  points: [] as readonly VitalPoint[],
}));

function decimated(points: readonly VitalPoint[], plot: Plot): readonly VitalPoint[] {
  const columns = new Map<number, VitalPoint[]>();
  for (const point of points) {
    if (!isInside(point.atMs, plot)) continue;
    const column = Math.floor(xOf(point.atMs, plot) / COLUMN);
    const before = columns.get(column);
    if (before === undefined) columns.set(column, [point]);
    else before.push(point);
  }
  return [...columns.values()].flatMap(outlineOf);
}

function outlineOf(column: readonly VitalPoint[]): readonly VitalPoint[] {
  if (column.length <= KEPT) return column;
  const kept = new Set([column[0], column.at(-1)]);
  kept.add(column.reduce((most, point) => (point.high > most.high ? point : most)));
  kept.add(column.reduce((least, point) => (lowOf(point) < lowOf(least) ? point : least)));
  return column.filter((point) => kept.has(point) || point.pending || point.amended !== null);
}

function lowOf({ low, high }: VitalPoint): number {
  return low ?? high;
}
