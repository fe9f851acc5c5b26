import { memo } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { DoubleT } from './double-t.tsx';
import type { Mark } from './lane-facts.ts';
import { type Axis, readable, xOf } from './lane-scale.ts';
import { signsOf, type VitalLane } from './lanes.ts';
import { LineWords } from './line-words.tsx';
import { SignDot } from './sign-dot.tsx';
import type { SignPart } from './timeline-parts.ts';
import { useDraws } from './use-same.ts';
import type { VitalPoint } from './vital-points.ts';
import { freeEnd, type Side, wordSides } from './word-sides.ts';

/** Where a lane's chart stands, in px, and what time it shows. The same object while nothing of it changed. */
export interface LaneFrame {
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
  readonly summary: string;
}

const label = { fill: 'var(--t-ink2)', fontSize: 12 };

/**
 * One lane of vital signs over time. Drawn again only when a value of this lane or the window changes: what moves by
 * itself or follows a hand lies above it, because drawing a lane costs 100 ms on a busy machine (ux.md 2.6).
 */
export const SignLane = memo(function SignLane({ lane, tone, part, frame, summary }: SignLaneProps) {
  const { axis, baseline, limits } = part;
  const { width, height, left, right, pad, fromMs, toMs } = frame;
  const points = part.points.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const pxPerUnit = (height - pad.top - pad.bottom) / (axis.max - axis.min);
  const known = baseline?.type === 'fixed' && baseline.mark.fromMs < toMs ? baseline.mark : null;
  const marks = known === null ? limits : [...limits, known];
  const sides = wordSides(
    marks.map(({ values, side }) => ({ y: pad.top + (axis.max - (values[0] ?? 0)) * pxPerUnit, side })),
    height,
  );
  const xs = points.map(({ atMs }) => xOf(atMs, { fromMs, toMs, left, width: width - left - right }));
  const wordsTo = freeEnd(width - right, xs);
  return (
    <div role="img" aria-label={summary} data-lane={lane} data-draws={useDraws()}>
      <ComposedChart
        width={width}
        height={height}
        data={points.length === 0 ? [nothingOn(axis)] : points}
        margin={{ top: pad.top, right, bottom: pad.bottom, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--t-line)" vertical={false} syncWithTicks />
        <XAxis type="number" dataKey="atMs" domain={[fromMs, toMs]} hide allowDataOverflow />
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
        {marks.map((mark, at) => markLines(mark, sides[at] ?? null, mark === known, frame, wordsTo))}
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
    </div>
  );
});

/** One line per value of the mark, the words at the first of them. */
function markLines(
  mark: Mark,
  side: Side | null,
  dotted: boolean,
  { fromMs, toMs }: LaneFrame,
  wordsTo: number,
) {
  const stroke = dotted ? 'var(--t-ink2)' : 'var(--t-medText)';
  const words = side !== null && <LineWords text={mark.text} fill={stroke} side={side} right={wordsTo} />;
  return mark.values.map((value, at) => (
    <ReferenceLine
      key={`${mark.text} ${value}`}
      segment={[
        { x: Math.max(mark.fromMs, fromMs), y: value },
        { x: toMs, y: value },
      ]}
      stroke={stroke}
      strokeDasharray={dotted ? '1.5 4' : '6 4'}
      ifOverflow="hidden"
      {...(at === 0 && words !== false && { label: words })}
    />
  ));
}

/** Without any data the chart leaves out its axis: a reading that is nowhere and that no shape draws. */
function nothingOn({ min, max }: Axis): VitalPoint {
  return { id: '', atMs: 0, high: max, low: min, text: '', oxygen: null, amended: null, pending: false };
}
