import { meanArterialPressure } from '@tandem/domain';
import type { VitalPoint } from './vital-points.ts';

interface ShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: VitalPoint;
}

/** Half the length of the bars at the ends of a pressure, in px. */
export const BAR = 6;

/** Systolic and diastolic as the ends of one stem, mean as a ring on it (GTAB-039 to 044). */
export function DoubleT({ x = 0, y = 0, width = 0, height = 0, payload }: ShapeProps) {
  if (payload === undefined || payload.low === null || payload.id === '') return <g />;
  const { high, low, title, pending, amended } = payload;
  const middle = x + width / 2;
  const top = Math.min(y, y + height);
  const bottom = Math.max(y, y + height);
  const ring = top + ((high - meanArterialPressure(high, low)) / (high - low)) * (bottom - top);
  return (
    <g
      stroke="var(--t-bp)"
      strokeWidth={2.2}
      fill="none"
      opacity={pending ? 0.65 : 1}
      data-reading={payload.id}
      data-amended={amended === null ? undefined : true}
    >
      <title>{title}</title>
      <path d={`M${middle - BAR} ${top}H${middle + BAR}M${middle - BAR} ${bottom}H${middle + BAR}`} />
      <path d={`M${middle} ${top}V${bottom}`} strokeDasharray={pending ? '3 3' : undefined} />
      <circle cx={middle} cy={ring} r={3.2} fill="var(--t-surface)" strokeWidth={1.8} />
      {amended !== null && <path d={`M${middle + BAR + 3} ${top + 1}l4 -6`} strokeWidth={1.8} />}
      <rect
        x={middle - BAR}
        y={top - 4}
        width={2 * BAR}
        height={bottom - top + 8}
        fill="transparent"
        stroke="none"
      />
    </g>
  );
}
