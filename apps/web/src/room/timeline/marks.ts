import { type Box, distanceTo } from './box.ts';
import { CHIP_HEIGHT, chipTop, chipWidth, doseChips } from './dose-chips.ts';
import { BAR } from './double-t.tsx';
import { drawnPoints } from './drawn-points.ts';
import type { LaneBox, Layout } from './lane-layout.ts';
import { type Plot, xOf, yOf } from './lane-scale.ts';
import { placedMeaning } from './note-marks.ts';
import { NOTE_HALF } from './note-shape.tsx';
import type { DosePin, PhaseSpan } from './session-marks.ts';
import type { SignPart, TimelineParts } from './timeline-parts.ts';

/** Where an entry of the record stands on the timeline. */
export interface MarkBox extends Box {
  readonly id: string;
}

/** Half the width of a dot. */
const DOT = 4;
/** Pieces of a line between two readings, in px: short enough to follow it. */
const PIECE = 6;

/** Everything on the lanes that words and upright lines must not cover. */
export function laneMarks(parts: TimelineParts, layout: Layout, plot: Plot): MarkBox[] {
  return layout.lanes.flatMap((box): MarkBox[] => {
    if (box.row.key === 'notes') {
      const { points, regions } = placedMeaning(parts.notes, plot, box.top, box.height);
      const marks = points.map(({ note, x, y }) => ({
        id: note.id,
        left: x - NOTE_HALF,
        right: x + NOTE_HALF,
        top: y - NOTE_HALF,
        bottom: y + NOTE_HALF,
      }));
      // Points first: one that stands over a bar is meant before it.
      return [...marks, ...regions.map(({ note, ...bar }) => ({ id: note.id, ...bar }))];
    }
    return box.row.sign === undefined ? [] : readingBoxes(parts[box.row.sign.key], box, plot);
  });
}

/** Every mark that stands for an entry, with the doses' chips and the phases of the arc. */
export function marksOf(parts: TimelineParts, layout: Layout, plot: Plot, nowMs: number): MarkBox[] {
  return [
    ...laneMarks(parts, layout, plot),
    ...chipBoxes(parts.ketamine.pins, layout, plot),
    ...phaseBoxes(parts.phases, layout, plot, nowMs),
  ];
}

/** The mark at a place or, within `reach` px, the nearest one. */
export function markAt(marks: readonly MarkBox[], x: number, y: number, reach: number): MarkBox | null {
  let found: { mark: MarkBox; distance: number } | null = null;
  for (const mark of marks) {
    const distance = distanceTo(mark, x, y);
    if (distance <= reach && (found === null || distance < found.distance)) found = { mark, distance };
  }
  return found?.mark ?? null;
}

export function readingBoxes({ points, axis }: SignPart, box: LaneBox, plot: Plot): MarkBox[] {
  return drawnPoints(points, plot).map(({ id, atMs, high, low }) => {
    const x = xOf(atMs, plot);
    const half = low === null ? DOT : BAR;
    const round = low === null ? DOT : 1;
    return {
      id,
      left: x - half,
      right: x + half,
      top: yOf(high, axis, box) - round,
      bottom: yOf(low ?? high, axis, box) + round,
    };
  });
}

/** The line from reading to reading of a lane with one sign, in short pieces; none between pressures. */
export function traceBoxes({ points, axis }: SignPart, box: LaneBox, plot: Plot): Box[] {
  const shown = drawnPoints(points, plot).filter(({ low }) => low === null);
  return shown.slice(1).flatMap((point, at) => {
    const before = shown[at] ?? point;
    const [x1, y1] = [xOf(before.atMs, plot), yOf(before.high, axis, box)];
    const [x2, y2] = [xOf(point.atMs, plot), yOf(point.high, axis, box)];
    const count = Math.max(1, Math.ceil((x2 - x1) / PIECE));
    return Array.from({ length: count }, (_, piece) => {
      const [from, to] = [piece / count, (piece + 1) / count];
      const [a, b] = [y1 + (y2 - y1) * from, y1 + (y2 - y1) * to];
      return {
        left: x1 + (x2 - x1) * from,
        right: x1 + (x2 - x1) * to,
        top: Math.min(a, b) - 1,
        bottom: Math.max(a, b) + 1,
      };
    });
  });
}

export function chipBoxes(
  pins: readonly DosePin[],
  layout: Layout,
  plot: Plot,
  widthOf: (label: string) => number = chipWidth,
): MarkBox[] {
  return doseChips(pins, plot, layout, widthOf).map(({ pin, left, row }) => {
    const top = chipTop(layout, row);
    return { id: pin.id, left, right: left + widthOf(pin.label), top, bottom: top + CHIP_HEIGHT };
  });
}

function phaseBoxes(phases: readonly PhaseSpan[], layout: Layout, plot: Plot, nowMs: number): MarkBox[] {
  return phases.flatMap(({ id, fromMs, toMs }): MarkBox[] => {
    const left = xOf(Math.max(fromMs, plot.fromMs), plot);
    const right = xOf(Math.min(toMs ?? Math.max(nowMs, fromMs), plot.toMs), plot);
    return right < left ? [] : [{ id, left, right, top: 0, bottom: layout.arc }];
  });
}
