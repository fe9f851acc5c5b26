import type { PressurePoint } from './lane-data.ts';

interface ShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: PressurePoint;
}

const BAR = 6;

/** Systolic and diastolic as the ends of one stem, mean as a ring on it (GTAB-039 to 044). */
export function DoubleT({ x = 0, y = 0, width = 0, height = 0, payload }: ShapeProps) {
  if (payload === undefined) return <g />;
  const { systolic, diastolic, map, pending, amended } = payload;
  const middle = x + width / 2;
  const top = Math.min(y, y + height);
  const bottom = Math.max(y, y + height);
  const ring = top + ((systolic - map) / (systolic - diastolic)) * (bottom - top);
  return (
    <g
      stroke="var(--t-bp)"
      strokeWidth={2.2}
      fill="none"
      opacity={pending ? 0.65 : 1}
      data-reading={payload.id}
    >
      <path d={`M${middle - BAR} ${top}H${middle + BAR}M${middle - BAR} ${bottom}H${middle + BAR}`} />
      <path d={`M${middle} ${top}V${bottom}`} strokeDasharray={pending ? '3 3' : undefined} />
      <circle cx={middle} cy={ring} r={3.2} fill="var(--t-surface)" strokeWidth={1.8} />
      {amended && <path d={`M${middle + BAR} ${top}l5 -5`} strokeWidth={1.6} />}
    </g>
  );
}
