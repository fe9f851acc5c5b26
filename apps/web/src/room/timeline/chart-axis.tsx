import { memo } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { BehindMarks } from './lane-frame.ts';
import { readable } from './lane-scale.ts';

const label = { fill: 'var(--t-ink2)', fontSize: 12 };

/** Axis, grid and limits of a lane, by the chart library: drawn again only when one of them or the window changes. */
export const ChartAxis = memo(function ChartAxis({ axis, frame, lines }: BehindMarks) {
  const { width, height, left, right, pad, fromMs, toMs } = frame;
  const pxPerUnit = (height - pad.top - pad.bottom) / (axis.max - axis.min);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[fromMs, toMs].map((atMs) => ({ atMs, value: axis.max }))}
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
      {lines.map(({ fromMs: lineFromMs, value, known }) => (
        <ReferenceLine
          key={`${known} ${value}`}
          segment={[
            { x: Math.max(lineFromMs, fromMs), y: value },
            { x: toMs, y: value },
          ]}
          stroke={known ? 'var(--t-ink2)' : 'var(--t-medText)'}
          strokeDasharray={known ? '1.5 4' : '6 4'}
          ifOverflow="hidden"
        />
      ))}
      {/* Without anything to draw the library leaves out the axis; a lone point it draws as a dot. */}
      <Line dataKey="value" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
    </ComposedChart>
  );
});
