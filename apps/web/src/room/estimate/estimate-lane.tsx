import { memo, useId } from 'react';
import { useNow } from '../../data/clock.ts';
import type { LaneFrame } from '../timeline/lane-frame.ts';
import { xOf } from '../timeline/lane-scale.ts';
import { useDraws } from '../timeline/use-same.ts';
import { curvePaths } from './curve-paths.ts';
import classes from './estimate.module.css';
import type { Curve } from './estimate-view.ts';
import { estimateWords } from './estimate-words.ts';

export interface EstimateLaneProps {
  readonly curve: Curve;
  readonly frame: LaneFrame;
  /** "Ketamine given, 60 mg in 2 doses." */
  readonly given: string;
}

/**
 * The band, and the line through it: solid up to now, dotted after. No axis, because a number that can be read off it
 * is a number that somebody uses (EST-13). What moves with the time is where the two halves are cut, in `Cut` alone.
 */
export const EstimateLane = memo(function EstimateLane({ curve, frame, given }: EstimateLaneProps) {
  const id = useId();
  const { band, line } = curvePaths(curve, frame);
  const { width, height, left, right } = frame;
  const base = height - frame.pad.bottom;
  return (
    <div
      role="img"
      aria-label={estimateWords.summary(given)}
      data-lane="ketamine"
      data-estimate
      data-draws={useDraws()}
    >
      <svg className={classes.plot} width={width} height={height} aria-hidden>
        <Cut id={id} frame={frame} />
        <path className={classes.base} d={`M${left} ${base}H${width - right}`} />
        {(['past', 'ahead'] as const).map((half) => (
          <g key={half} clipPath={`url(#${id}${half})`} data-half={half}>
            <path className={classes.band} data-band d={band} />
            <path className={classes.line} d={line} />
          </g>
        ))}
      </svg>
    </div>
  );
});

function Cut({ id, frame }: { readonly id: string; readonly frame: LaneFrame }) {
  const { width, height, left, right, fromMs, toMs } = frame;
  const now = useNow(10_000);
  const end = width - right;
  const x = Math.min(end, Math.max(left, xOf(now, { fromMs, toMs, left, width: end - left })));
  return (
    <defs>
      <clipPath id={`${id}past`}>
        <rect x={left} y={0} width={x - left} height={height} />
      </clipPath>
      <clipPath id={`${id}ahead`}>
        <rect x={x} y={0} width={end - x} height={height} />
      </clipPath>
    </defs>
  );
}
