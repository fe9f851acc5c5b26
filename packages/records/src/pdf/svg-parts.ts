import { escapeXhtml } from '../fhir/narrative.ts';
import { colours, contentWidth } from './look.ts';

/** Left of the lanes stand the words of their axes. */
export const GUTTER = 30;
export const plotWidth = contentWidth - GUTTER;
/** Tops and heights of the lanes, in points; above each axis stand the words of its lane. */
export const lanes = {
  arc: { top: 0, height: 14 },
  pressure: { top: 32, height: 106 },
  heartRate: { top: 156, height: 52 },
  spo2: { top: 226, height: 36 },
  doses: { top: 270, height: 44 },
  notes: { top: 320, height: 18 },
} as const;
export const bottom = lanes.notes.top + lanes.notes.height;
export const lanesHeight = bottom + 14;
/** Where the lines of times begin. */
export const gridTop = 20;

export interface Lane {
  readonly top: number;
  readonly height: number;
}
export type X = (ms: number) => number;

export const right = 'text-anchor="end"';
export const middle = 'text-anchor="middle"';
export const bold = 'font-weight="bold"';
export const n = (value: number): string => value.toFixed(2);

export function text(x: number, y: number, words: string, colour: string, more = ''): string {
  return `<text x="${n(x)}" y="${n(y)}" font-family="Inter" font-size="7.2" fill="${colour}" ${more}>${escapeXhtml(words)}</text>`;
}

/** On a white ground: what is drawn under it does not cross its letters. */
export function haloText(x: number, y: number, words: string, colour: string, more = ''): string {
  const width = words.length * 3.9 + 4;
  const left = more.includes(right) ? x - width + 2 : x - 2;
  return `<rect x="${n(left)}" y="${n(y - 6.6)}" width="${n(width)}" height="8.6" fill="#ffffff"/>${text(x, y, words, colour, more)}`;
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  width = 0.5,
  more = '',
): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${colour}" stroke-width="${width}" ${more}/>`;
}

/** Where a value stands in its lane. */
export const scale =
  ({ top, height }: Lane, { min, max }: { readonly min: number; readonly max: number }) =>
  (value: number): number =>
    top + ((max - value) / (max - min)) * height;

/** The lane's lower edge, and a line with its number for each tick. */
export function frame(
  { top, height }: Lane,
  ticks: readonly number[],
  y: (value: number) => number,
): string[] {
  return [
    line(0, top + height + 3, contentWidth, top + height + 3, colours.line),
    ...ticks.flatMap((tick) => [
      line(GUTTER, y(tick), contentWidth, y(tick), colours.line, 0.3),
      text(GUTTER - 5, y(tick) + 2.6, String(tick), colours.ink2, right),
    ]),
  ];
}

/** A limit: dashed; its words are drawn after the readings. */
export function limitLine(y: number): string {
  return line(GUTTER, y, contentWidth, y, colours.limit, 0.7, 'stroke-dasharray="4 2"');
}
export function limitWords(words: string, y: number): string {
  return haloText(contentWidth, y, words, colours.limit, right);
}
