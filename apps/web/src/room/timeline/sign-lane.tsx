import { memo } from 'react';
import { LaneAxis } from './lane-axis.tsx';
import type { AxisLine, LaneFrame } from './lane-frame.ts';
import type { VitalLane } from './lanes.ts';
import type { PlacedWords } from './place-words.ts';
import { ReadingMarks } from './reading-marks.tsx';
import type { SignPart } from './timeline-parts.ts';
import { useDraws } from './use-same.ts';
import { WordsLayer } from './words-layer.tsx';

export interface SignLaneProps {
  readonly lane: VitalLane;
  readonly tone: string;
  readonly part: SignPart;
  readonly frame: LaneFrame;
  readonly words: readonly PlacedWords[];
  readonly summary: string;
}

/**
 * One lane of vital signs over time. Drawn again only when a value of this lane or the window changes: what moves by
 * itself or follows a hand lies above it (ux.md 2.6).
 */
export const SignLane = memo(function SignLane(props: SignLaneProps) {
  const { lane, tone, part, frame, words, summary } = props;
  return (
    <div role="img" aria-label={summary} data-lane={lane} data-draws={useDraws()}>
      <LaneAxis axis={part.axis} frame={frame} lines={linesOf(part, frame)} />
      <ReadingMarks points={part.points} axis={part.axis} frame={frame} tone={tone} />
      <WordsLayer words={words} laneTop={frame.top} />
    </div>
  );
});

/** One line per value: the limits of the lane, and what the client came with. */
function linesOf({ baseline, limits }: SignPart, { fromMs, toMs }: LaneFrame): AxisLine[] {
  const known = baseline?.type === 'fixed' && baseline.mark.fromMs < toMs ? [baseline.mark] : [];
  return [...limits, ...known].flatMap((mark) =>
    mark.values.map((value) => ({
      fromMs: Math.max(mark.fromMs, fromMs),
      value,
      known: known.includes(mark),
    })),
  );
}
