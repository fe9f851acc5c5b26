/** Height of words at a line, in px. */
export const WORDS_HEIGHT = 15;

/** Trouble that words can stand: a line behind them. */
const CROSSED = 1;

export type Side = 'above' | 'below';

/**
 * Which side of its line each set of words stands on, so that none leaves the lane, covers another or is crossed by
 * another line: the side that is asked for, where both are as good. Null where there is no room: the line stands alone.
 * @param lines from the most to the least important; `y` in px from the top of the lane
 */
export function wordSides(
  lines: readonly { readonly y: number; readonly side: Side }[],
  height: number,
): (Side | null)[] {
  const taken: [number, number][] = [];
  return lines.map(({ y, side }) => {
    const boxOf = (at: Side): [number, number] =>
      at === 'above' ? [y - WORDS_HEIGHT, y] : [y, y + WORDS_HEIGHT];
    const trouble = ([top, bottom]: [number, number]) =>
      (top < 0 || bottom > height ? 4 : 0) +
      (taken.some((one) => top < one[1] && bottom > one[0]) ? 2 : 0) +
      (lines.some((line) => line.y > top && line.y < bottom) ? CROSSED : 0);
    const other: Side = side === 'above' ? 'below' : 'above';
    const chosen = trouble(boxOf(other)) < trouble(boxOf(side)) ? other : side;
    if (trouble(boxOf(chosen)) > CROSSED) return null;
    taken.push(boxOf(chosen));
    return chosen;
  });
}

/** px that the words of a line take at most, and what they keep from a reading. */
const WORDS_WIDTH = 136;
const FROM_READING = 12;

/** Where words may end so that no reading stands in them: at the end of the plot, or left of the last readings. */
export function freeEnd(end: number, xs: readonly number[]): number {
  let free = end;
  for (const x of [...xs].sort((a, b) => b - a)) {
    if (x > free + FROM_READING || x < free - WORDS_WIDTH) continue;
    free = x - FROM_READING;
  }
  return free < end / 2 ? end : free;
}
