import type { LaneFrame } from '../timeline/lane-frame.ts';
import { xOf } from '../timeline/lane-scale.ts';
import { type Curve, EVERY_MS } from './estimate-view.ts';

/** The band and the line through it as SVG paths, in px of the lane: of the window and one point on either side. */
export function curvePaths(
  { points, topNgPerMl }: Curve,
  frame: LaneFrame,
): { readonly band: string; readonly line: string } {
  const { width, height, left, right, pad, fromMs, toMs } = frame;
  const plot = { fromMs, toMs, left, width: width - left - right };
  const base = height - pad.bottom;
  const place = (atMs: number, ngPerMl: number) =>
    `${round(xOf(atMs, plot))} ${round(base - (ngPerMl / topNgPerMl) * (base - pad.top))}`;
  const shown = points.filter(({ atMs }) => atMs >= fromMs - EVERY_MS && atMs <= toMs + EVERY_MS);
  if (shown.length === 0) return { band: '', line: '' };
  const upper = shown.map(({ atMs, high }) => place(atMs, high));
  const lower = shown.map(({ atMs, low }) => place(atMs, low)).reverse();
  return {
    band: `M${[...upper, ...lower].join('L')}Z`,
    line: `M${shown.map(({ atMs, ngPerMl }) => place(atMs, ngPerMl)).join('L')}`,
  };
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
