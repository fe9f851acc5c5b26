import { escapeXhtml } from '../fhir/narrative.ts';
import { colours, contentWidth } from './look.ts';

/** Left of the lanes stand the words of their axes. */
export const GUTTER = 30;
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
  return `<text x="${n(x)}" y="${n(y)}" font-family="Roboto" font-size="7.5" fill="${colour}" ${more}>${escapeXhtml(words)}</text>`;
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

/** A limit: dashed, with its words. */
export function limitLine(y: number, words: string, wordsY: number): string[] {
  return [
    line(GUTTER, y, contentWidth, y, colours.limit, 0.7, 'stroke-dasharray="4 2"'),
    text(contentWidth, wordsY, words, colours.limit, right),
  ];
}
