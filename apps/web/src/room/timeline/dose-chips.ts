import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf } from './lane-scale.ts';
import type { DosePin } from './session-marks.ts';
import { textWidth } from './text-width.ts';

/** px around the words of a chip, and between its pin and it. */
const AROUND = 18;
const FROM_PIN = 4;
export const CHIP_HEIGHT = 22;
/** px from the top of the lane to its first chip, and from one row of chips to the next. */
const CHIPS_FROM = 6;
const CHIP_ROW = 25;

export interface DoseChip {
  readonly pin: DosePin;
  readonly x: number;
  /** Where the chip begins, in px. */
  readonly left: number;
  /** 0 at the top; a chip that would cover another one stands a row lower. */
  readonly row: number;
}

/** Chips right of their pins, or left of them at the end of the plot. */
export function doseChips(
  pins: readonly DosePin[],
  plot: Plot,
  layout: Layout,
  widthOf: (label: string) => number = chipWidth,
): DoseChip[] {
  const mostRows = rowsOf(layout);
  const ends: number[] = [];
  return pins
    .filter(({ atMs }) => isInside(atMs, plot))
    .map((pin) => {
      const x = xOf(pin.atMs, plot);
      const width = widthOf(pin.label);
      const past = x + FROM_PIN + width > plot.left + plot.width;
      const left = past ? x - FROM_PIN - width : x + FROM_PIN;
      const free = ends.findIndex((end) => end <= left);
      const row = free === -1 ? Math.min(ends.length, mostRows - 1) : free;
      ends[row] = left + width + FROM_PIN;
      return { pin, x, left, row };
    });
}

export function chipWidth(label: string, widthOf = textWidth): number {
  return widthOf(label, 640) + AROUND;
}

/** Top of a chip, in px of the timeline. */
export function chipTop(layout: Layout, row: number): number {
  const box = laneOf(layout);
  return (box === undefined ? layout.arc : box.top + box.head) + CHIPS_FROM + row * CHIP_ROW;
}

function rowsOf(layout: Layout): number {
  const box = laneOf(layout);
  return Math.max(1, Math.floor(((box === undefined ? 0 : box.height - box.head) - CHIPS_FROM) / CHIP_ROW));
}

function laneOf(layout: Layout) {
  return layout.lanes.find(({ row }) => row.key === 'ketamine');
}
