import { meanArterialPressure } from '@tandem/domain';
import { memo } from 'react';
import type { VitalPoint } from './vital-points.ts';

interface DoubleTProps {
  readonly point: VitalPoint;
  /** All in px from the top left of the lane. */
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half the length of the bars at the ends of a pressure, in px. */
export const BAR = 6;

/** Systolic and diastolic as the ends of one stem, mean as a ring on it (GTAB-039 to 044). */
export const DoubleT = memo(function DoubleT({ point, middle, top, bottom }: DoubleTProps) {
  const { id, high, low, title, pending, amended } = point;
  if (low === null) return null;
  const ring = top + ((high - meanArterialPressure(high, low)) / (high - low)) * (bottom - top);
  return (
    <g
      stroke="var(--t-bp)"
      strokeWidth={2.2}
      fill="none"
      opacity={pending ? 0.65 : 1}
      data-reading={id}
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
});
