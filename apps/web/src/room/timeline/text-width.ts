/** The weights that stand on the timeline, at its 12.5 px. */
export type Weight = 400 | 520 | 640;

let canvas: CanvasRenderingContext2D | null = null;
/** The page's own, asked once: asking makes the browser work out the styles of all that has just changed. */
let family: string | null = null;
/** By weight and words; amounts and names come again with every entry. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 1_000;

/** px that words take at the size of the timeline: names are left out whole, never cut in a letter. */
export function textWidth(text: string, weight: Weight): number {
  const key = `${weight} ${text}`;
  const width = widths.get(key) ?? measured(text, weight);
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}

function measured(text: string, weight: Weight): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length * 7;
  family ??= getComputedStyle(document.body).fontFamily;
  canvas.font = `${weight} 12.5px ${family}`;
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
