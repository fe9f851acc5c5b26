import { lazy, Suspense } from 'react';
import type { BehindMarks } from './lane-frame.ts';
import { useSameParts } from './use-same.ts';

/** The chart library weighs a quarter of the page: readings are there before their axis is. */
const ChartAxis = lazy(async () => ({ default: (await import('./chart-axis.tsx')).ChartAxis }));

/**
 * What stands behind the marks of a lane. The library draws all of a chart for each change, so it has the axis alone
 * and sees no entry that leaves the axis as it is (decision 0020).
 */
export function LaneAxis({ axis: axisNow, frame, lines: linesNow }: BehindMarks) {
  const { axis, lines } = useSameParts({ axis: axisNow, lines: linesNow });
  return (
    <Suspense fallback={null}>
      <ChartAxis axis={axis} frame={frame} lines={lines} />
    </Suspense>
  );
}
