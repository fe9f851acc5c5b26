import { memo } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { type Axis, readable, xOf } from './lane-scale.ts';
import type { PlacedWords } from './place-words.ts';
import type { GivenLevel } from './session-marks.ts';
import type { LaneFrame } from './sign-lane.tsx';
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
  const { top, width, height, left, right, pad, fromMs, toMs } = frame;
  const inside = levels.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const start = { atMs: fromMs, mg: levelAt(levels, fromMs) / 1000 };
  const steps = [
    start,
    // A lone point would be drawn as a dot.
    start,
    ...inside.map(({ atMs, totalMicrograms }) => ({ atMs, mg: totalMicrograms / 1000 })),
  ];
  return (
    <div role="img" aria-label={summary} data-lane="ketamine" data-draws={useDraws()}>
      <ComposedChart
        width={width}
        height={height}
        data={steps}
        margin={{ top: pad.top, right, bottom: pad.bottom, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--t-line)" vertical={false} syncWithTicks />
        <XAxis type="number" dataKey="atMs" domain={[fromMs, toMs]} hide allowDataOverflow />
        <YAxis
          type="number"
          width={left}
          domain={[axis.min, axis.max]}
          ticks={readable(axis.ticks, (height - pad.top - pad.bottom) / axis.max)}
          tick={{ fill: 'var(--t-ink2)', fontSize: 12 }}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {ceilingMg !== null && ceilingMg <= axis.max && (
          <ReferenceLine y={ceilingMg} stroke="var(--t-medText)" strokeDasharray="6 4" />
        )}
        <Line
          dataKey="mg"
          type="linear"
          stroke="var(--t-ket)"
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
      <svg className={classes.layer} aria-hidden>
        <path className={classes.steps} d={fillOf(steps, frame, axis)} />
      </svg>
      <WordsLayer words={words} laneTop={top} />
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

/** Under the steps: what was given lies on the axis, up to the last of them. */
function fillOf(steps: readonly { atMs: number; mg: number }[], frame: LaneFrame, axis: Axis): string {
  const { width, height, left, right, pad, fromMs, toMs } = frame;
  const base = height - pad.bottom;
  const y = (mg: number) => base - (mg / axis.max) * (base - pad.top);
  const x = (ms: number) => xOf(ms, { fromMs, toMs, left, width: width - left - right });
  const [first] = steps;
  if (first === undefined) return '';
  let path = `M${x(first.atMs)} ${base}V${y(first.mg)}`;
  for (const { atMs, mg } of steps.slice(1)) path += `L${x(atMs)} ${y(mg)}`;
  return `${path}V${base}Z`;
}
