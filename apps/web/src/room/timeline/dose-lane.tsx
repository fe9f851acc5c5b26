import { memo } from 'react';
import { LaneAxis } from './lane-axis.tsx';
import { type LaneFrame, laneScale } from './lane-frame.ts';
import type { PlacedWords } from './place-words.ts';
import type { GivenLevel } from './session-marks.ts';
import classes from './timeline.module.css';
import type { DosePart } from './timeline-parts.ts';
import { useDraws } from './use-same.ts';
import { WordsLayer } from './words-layer.tsx';

export interface DoseLaneProps {
  readonly part: DosePart;
  readonly frame: LaneFrame;
  readonly words: readonly PlacedWords[];
  readonly summary: string;
}

/** mg given so far: a dose is a step, an infusion a slope. From the last dose on it stays level up to now: that piece moves and lies above. */
export const DoseLane = memo(function DoseLane({ part, frame, words, summary }: DoseLaneProps) {
  const { levels, axis, ceilingMg } = part;
  const { fromMs, toMs } = frame;
  const lines =
    ceilingMg !== null && ceilingMg <= axis.max ? [{ fromMs, value: ceilingMg, known: false }] : [];
  const { x, y } = laneScale(frame, axis);
  const steps = [
    { atMs: fromMs, totalMicrograms: levelAt(levels, fromMs) },
    ...levels.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs),
  ];
  const line = steps.map(({ atMs, totalMicrograms }) => `${x(atMs)} ${y(totalMicrograms / 1000)}`).join('L');
  return (
    <div role="img" aria-label={summary} data-lane="ketamine" data-draws={useDraws()}>
      <LaneAxis axis={axis} frame={frame} lines={lines} />
      <svg className={classes.marks} width={frame.width} height={frame.height} aria-hidden>
        <path className={classes.steps} d={`M${x(fromMs)} ${y(0)}L${line}V${y(0)}Z`} />
        <path className={classes.slope} d={`M${line}`} />
      </svg>
      <WordsLayer words={words} laneTop={frame.top} />
    </div>
  );
});

/** Between two levels it is straight; before the first nothing was given, after the last it stays. */
function levelAt(levels: readonly GivenLevel[], ms: number): number {
  const before = levels.findLast(({ atMs }) => atMs < ms);
  const after = levels.find(({ atMs }) => atMs >= ms);
  if (before === undefined) return 0;
  if (after === undefined) return before.totalMicrograms;
  const part = (ms - before.atMs) / (after.atMs - before.atMs);
  return before.totalMicrograms + part * (after.totalMicrograms - before.totalMicrograms);
}
