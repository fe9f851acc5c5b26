import { memo } from 'react';
import { DoubleT } from './double-t.tsx';
import { drawnPoints } from './drawn-points.ts';
import { type LaneFrame, laneScale, plotOf } from './lane-frame.ts';
import type { Axis } from './lane-scale.ts';
import classes from './timeline.module.css';
import type { VitalPoint } from './vital-points.ts';

interface ReadingMarksProps {
  readonly points: readonly VitalPoint[];
  readonly axis: Axis;
  readonly frame: LaneFrame;
  readonly tone: string;
}

/** The readings of a lane: values joined by a line, or pressures with nothing between them. */
export function ReadingMarks({ points, axis, frame, tone }: ReadingMarksProps) {
  const { x, y } = laneScale(frame, axis);
  const inside = drawnPoints(points, plotOf(frame));
  const values = inside.filter(({ low }) => low === null);
  const stroke = `var(--t-${tone})`;
  return (
    <svg className={classes.marks} width={frame.width} height={frame.height} aria-hidden>
      {values.length > 1 && (
        <path
          fill="none"
          stroke={stroke}
          strokeWidth={1.8}
          d={`M${values.map(({ atMs, high }) => `${x(atMs)} ${y(high)}`).join('L')}`}
        />
      )}
      {inside.map((point) =>
        point.low === null ? (
          <SignDot key={point.id} point={point} x={x(point.atMs)} y={y(point.high)} stroke={stroke} />
        ) : (
          <DoubleT
            key={point.id}
            point={point}
            middle={x(point.atMs)}
            top={y(point.high)}
            bottom={y(point.low)}
          />
        ),
      )}
    </svg>
  );
}

interface DotProps {
  readonly point: VitalPoint;
  readonly x: number;
  readonly y: number;
  readonly stroke: string;
}

/** One value; hollow while it is kept on this device, with a tick when it was amended. */
const SignDot = memo(function SignDot({ point, x, y, stroke }: DotProps) {
  const { id, title, pending, amended } = point;
  return (
    <g data-reading={id} data-amended={amended === null ? undefined : true}>
      <title>{title}</title>
      <circle cx={x} cy={y} r={9} fill="transparent" stroke="none" />
      <circle
        cx={x}
        cy={y}
        r={pending ? 3 : 3.6}
        fill={pending ? 'var(--t-surface)' : stroke}
        stroke={pending ? stroke : 'var(--t-surface)'}
        strokeWidth={1.5}
        strokeDasharray={pending ? '2 2' : undefined}
      />
      {amended !== null && <path d={`M${x + 4} ${y - 4}l4 -5`} stroke={stroke} strokeWidth={1.8} />}
    </g>
  );
});
