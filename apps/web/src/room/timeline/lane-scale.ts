import type { LaneBox } from './lane-layout.ts';

/** Where the time axis lies, in px of the timeline. */
export interface Plot {
  readonly fromMs: number;
  readonly toMs: number;
  readonly left: number;
  readonly width: number;
}

export function xOf(ms: number, { fromMs, toMs, left, width }: Plot): number {
  return left + ((ms - fromMs) / (toMs - fromMs)) * width;
}

export function isInside(ms: number, { fromMs, toMs }: Pick<Plot, 'fromMs' | 'toMs'>): boolean {
  return ms >= fromMs && ms <= toMs;
}

/** What a lane shows from bottom to top, in the unit of its values. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** A value lay outside the usual axis: the lane says so. */
  readonly widened: boolean;
}

export function yOf(
  value: number,
  { min, max }: Pick<Axis, 'min' | 'max'>,
  { top, height, pad }: Pick<LaneBox, 'top' | 'height' | 'pad'>,
): number {
  const within = Math.min(max, Math.max(min, value));
  return top + pad.top + ((max - within) / (max - min)) * (height - pad.top - pad.bottom);
}

interface AxisRule {
  readonly usual: { readonly min: number; readonly max: number };
  readonly step: number;
  readonly ticks: { readonly every: number; readonly at: number };
}

/** Fixed; steps out as far as a value needs and never to fit the values closely (GTAB-072). */
export function axisOf({ usual, step, ticks }: AxisRule, values: readonly number[]): Axis {
  let { min, max } = usual;
  for (const value of values) {
    if (value > max) max = Math.ceil(value / step) * step;
    if (value < min) min = Math.floor(value / step) * step;
  }
  const { every, at } = ticks;
  const labels: number[] = [];
  for (let label = at - Math.floor((at - min) / every) * every; label <= max; label += every)
    labels.push(label);
  return { min, max, ticks: labels, widened: min !== usual.min || max !== usual.max };
}

const DOSE_TOPS = [50, 100, 120, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000];

/** mg from 0: the protocol's ceiling fits on it, and what was given beyond. */
export function doseAxisOf(ceilingMg: number | null, totalMg: number): Axis {
  const top = (mg: number) =>
    DOSE_TOPS.find((most) => most >= mg * 1.1) ?? Math.ceil((mg * 1.1) / 1000) * 1000;
  const usual = top(ceilingMg ?? 80);
  const max = Math.max(usual, top(totalMg));
  return { min: 0, max, ticks: [0, max / 2, max], widened: max !== usual };
}

/** px from label to label on an axis. */
const TICK_HEIGHT = 15;

/** Fewer labels where the lane is too low for all of them. */
export function readable(ticks: readonly number[], pxPerUnit: number): number[] {
  const [first = 0, second = 1] = ticks;
  const every = Math.ceil(TICK_HEIGHT / ((second - first) * pxPerUnit));
  return ticks.filter((_, at) => at % every === 0);
}
