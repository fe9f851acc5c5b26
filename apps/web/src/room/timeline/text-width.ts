/** The weights that stand on the timeline, at its 12.5 px. */
export type Weight = 400 | 520 | 640;

let canvas: CanvasRenderingContext2D | null = null;

/** px that words take at the size of the timeline: names are left out whole, never cut in a letter. */
export function textWidth(text: string, weight: Weight): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length * 7;
  canvas.font = `${weight} 12.5px ${getComputedStyle(document.body).fontFamily}`;
  // Figures are all as wide as a 0 on the page, which a canvas does not know.
  return canvas.measureText(text.replaceAll(/\d/g, '0')).width;
}

/** The first of these words that has room in `px`; empty when none has. */
export function fitting(
  candidates: readonly string[],
  px: number,
  widthOf: (text: string) => number,
): string {
  return candidates.find((text) => widthOf(text) <= px) ?? '';
}
