import { memo } from 'react';
import { Bar, CartesianGrid, ComposedChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { clockOf } from '../../data/zone.ts';
import { DoubleT } from './double-t.tsx';
import type { DosePin, PhaseSpan, PressureAxis, PressurePoint } from './lane-data.ts';
import { AXIS_HEIGHT, LANE_TOP } from './lane-size.ts';

export interface PressureLaneProps {
  readonly width: number;
  readonly height: number;
  /** Room for the lane's name and latest value, left of the plot. */
  readonly left: number;
  readonly right: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly ticks: readonly number[];
  readonly points: readonly PressurePoint[];
  readonly doses: readonly DosePin[];
  readonly phases: readonly PhaseSpan[];
  readonly axis: PressureAxis;
  readonly zone: string;
}

/**
 * Pressure over time. Drawn again only when an entry or the window changes: the second that ticks is an overlay
 * above it (now-overlay.tsx), because drawing a lane costs 100 ms on a busy machine (ux.md 2.6).
 */
export const PressureLane = memo(function PressureLane(props: PressureLaneProps) {
  const { width, height, left, right, fromMs, toMs, points, doses, phases, axis, zone } = props;
  const label = { fill: 'var(--t-ink2)', fontSize: 12 };
  const gridTicks = ticksOf(axis);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={points.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs)}
      margin={{ top: LANE_TOP, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      {phases.map((span, at) =>
        span.toMs === null || at % 2 === 1 ? null : (
          <ReferenceArea
            key={span.id}
            x1={Math.max(span.fromMs, fromMs)}
            x2={Math.min(span.toMs, toMs)}
            ifOverflow="hidden"
            fill="var(--t-sunken)"
            fillOpacity={0.7}
            stroke="none"
          />
        ),
      )}
      <CartesianGrid stroke="var(--t-line)" syncWithTicks />
      <XAxis
        type="number"
        dataKey="atMs"
        domain={[fromMs, toMs]}
        ticks={props.ticks as number[]}
        tickFormatter={(ms: number) => clockOf(ms, zone)}
        tick={label}
        tickLine={false}
        axisLine={{ stroke: 'var(--t-line2)' }}
        height={AXIS_HEIGHT}
        interval={0}
        allowDataOverflow
      />
      <YAxis
        type="number"
        width={left}
        domain={[axis.min, axis.max]}
        ticks={gridTicks}
        tick={label}
        tickLine={false}
        axisLine={false}
        interval={0}
        allowDataOverflow
      />
      {doses.map((dose) => (
        <ReferenceLine
          key={dose.id}
          x={dose.atMs}
          stroke="var(--t-ket)"
          strokeWidth={1.5}
          ifOverflow="hidden"
        />
      ))}
      <Bar
        dataKey={(point: PressurePoint) => [point.diastolic, point.systolic]}
        barSize={12}
        shape={DoubleT}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
});

/** 60, 100, 140, 180 on the usual axis, and further by forties where it was widened. */
function ticksOf({ min, max }: PressureAxis): number[] {
  const ticks: number[] = [];
  for (let at = Math.ceil((min - 20) / 40) * 40 + 20; at <= max; at += 40) if (at >= min) ticks.push(at);
  return ticks;
}
