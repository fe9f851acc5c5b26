import { memo } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { DoubleT } from './double-t.tsx';
import type { Mark } from './lane-facts.ts';
import { readable } from './lane-scale.ts';
import { signsOf, type VitalLane } from './lanes.ts';
import type { PlacedWords } from './place-words.ts';
import { SignDot } from './sign-dot.tsx';
import type { SignPart } from './timeline-parts.ts';
import { useDraws } from './use-same.ts';
import type { VitalPoint } from './vital-points.ts';
import { WordsLayer } from './words-layer.tsx';

/** Where a lane's chart stands, in px, and what time it shows. The same object while nothing of it changed. */
export interface LaneFrame {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly pad: { readonly top: number; readonly bottom: number };
  readonly fromMs: number;
  readonly toMs: number;
}

export interface SignLaneProps {
  readonly lane: VitalLane;
  readonly tone: string;
  readonly part: SignPart;
  readonly frame: LaneFrame;
  readonly words: readonly PlacedWords[];
  readonly summary: string;
}

const label = { fill: 'var(--t-ink2)', fontSize: 12 };

/**
 * One lane of vital signs over time. Drawn again only when a value of this lane or the window changes: what moves by
 * itself or follows a hand lies above it, because drawing a lane costs 100 ms on a busy machine (ux.md 2.6).
 */
export const SignLane = memo(function SignLane(props: SignLaneProps) {
  const { lane, tone, part, frame, words, summary } = props;
  const { axis, baseline, limits } = part;
  const { top, width, height, left, right, pad, fromMs, toMs } = frame;
  const points = part.points.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const pxPerUnit = (height - pad.top - pad.bottom) / (axis.max - axis.min);
  const known = baseline?.type === 'fixed' && baseline.mark.fromMs < toMs ? baseline.mark : null;
  const marks = known === null ? limits : [...limits, known];
  return (
    <div role="img" aria-label={summary} data-lane={lane} data-draws={useDraws()}>
      <ComposedChart
        width={width}
        height={height}
        data={points.length === 0 ? [nothingAt(fromMs, part.axis.max)] : points}
        margin={{ top: pad.top, right, bottom: pad.bottom, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--t-line)" vertical={false} syncWithTicks />
        <XAxis type="number" dataKey="atMs" domain={[fromMs, toMs]} hide />
        <YAxis
          type="number"
          width={left}
          domain={[axis.min, axis.max]}
          ticks={readable(axis.ticks, pxPerUnit)}
          tick={label}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {marks.map((mark) => markLines(mark, mark === known, frame))}
        {signsOf(lane).length > 1 ? (
          <Bar
            dataKey={(point: VitalPoint) => [point.low, point.high]}
            barSize={12}
            shape={DoubleT}
            isAnimationActive={false}
          />
        ) : (
          <Line
            dataKey="high"
            type="linear"
            stroke={`var(--t-${tone})`}
            strokeWidth={1.8}
            dot={SignDot}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
      <WordsLayer words={words} laneTop={top} />
    </div>
  );
});

/** One line per value of the mark. */
function markLines(mark: Mark, dotted: boolean, { fromMs, toMs }: LaneFrame) {
  return mark.values.map((value) => (
    <ReferenceLine
      key={`${mark.texts[0]} ${value}`}
      segment={[
        { x: Math.max(mark.fromMs, fromMs), y: value },
        { x: toMs, y: value },
      ]}
      stroke={dotted ? 'var(--t-ink2)' : 'var(--t-medText)'}
      strokeDasharray={dotted ? '1.5 4' : '6 4'}
      ifOverflow="hidden"
    />
  ));
}

/** Without any data the chart leaves out its axis: a reading of nothing, which no shape draws. */
function nothingAt(atMs: number, value: number): VitalPoint {
  const nothing = { text: '', title: '', oxygen: null, amended: null, pending: false };
  return { id: '', atMs, high: value, low: value, ...nothing };
}
