import { isInside, type Plot, xOf } from './lane-scale.ts';
import type { DosePin } from './session-marks.ts';
import { textWidth } from './text-width.ts';

/** px around the words of a chip, and between its pin and it. */
const AROUND = 18;
const FROM_PIN = 4;

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
  mostRows: number,
  widthOf = chipWidth,
): DoseChip[] {
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

export function chipWidth(label: string): number {
  return textWidth(label, 640) + AROUND;
}
