import { type Axis, type Plot, xOf, yOf } from './lane-scale.ts';

/** Where a lane stands, in px, and what time it shows. The same object while nothing of it changed. */
export interface LaneFrame {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly pad: { readonly top: number; readonly bottom: number };
  readonly fromMs: number;
  readonly toMs: number;
}

/** A line across a lane at one value, from a moment on. */
export interface AxisLine {
  readonly fromMs: number;
  readonly value: number;
  /** What the client came with; otherwise a limit. */
  readonly known: boolean;
}

/** What a lane's marks stand on: its axis with its grid, and the lines that mean something. */
export interface BehindMarks {
  readonly axis: Axis;
  readonly frame: LaneFrame;
  readonly lines: readonly AxisLine[];
}

/** From moments and values to px from the top left of the lane. */
export interface LaneScale {
  x(ms: number): number;
  y(value: number): number;
}

export function laneScale(frame: LaneFrame, axis: Axis): LaneScale {
  const { height, pad } = frame;
  const plot = plotOf(frame);
  return { x: (ms) => xOf(ms, plot), y: (value) => yOf(value, axis, { top: 0, height, pad }) };
}

export function plotOf({ width, left, right, fromMs, toMs }: LaneFrame): Plot {
  return { fromMs, toMs, left, width: width - left - right };
}
