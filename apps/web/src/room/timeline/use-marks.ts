import type { RefObject } from 'react';
import { useClock } from '../../data/clock.ts';
import type { Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';
import { markAt, marksOf } from './marks.ts';
import type { TimelineParts } from './timeline-parts.ts';

/** Where a pointer is on the screen, and which kind it is. */
export interface Place {
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerType: string;
}

/** px from a mark within which it is still meant: a finger covers what it points at. */
const REACH: Readonly<Record<string, number>> = { mouse: 6, pen: 10, touch: 22 };

/** Finds what a pointer means on the timeline that `area` is. */
export function useMarks(
  area: RefObject<HTMLElement | null>,
  layout: Layout,
  plot: Plot,
  parts: TimelineParts,
) {
  const clock = useClock();
  function placeOf({ clientX, clientY }: Place): { x: number; y: number } {
    const box = area.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  }
  /** Id of the entry whose mark is there, or null. */
  function markNear(place: Place): string | null {
    const { x, y } = placeOf(place);
    const marks = marksOf(parts, layout, plot, clock());
    return markAt(marks, x, y, REACH[place.pointerType] ?? 6)?.id ?? null;
  }
  return { placeOf, markNear };
}
