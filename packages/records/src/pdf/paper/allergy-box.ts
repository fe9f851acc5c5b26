import type { Allergies } from '@tandem/domain';
import { type Content, colours, contentWidth } from '../look.ts';
import type { PaperWords } from './paper-words.ts';

/** Signs that a line of the box holds, at its size; and lines that it may have so that the form keeps to its pages. */
const SIGNS_A_LINE = 88;
const MOST_LINES = 9;

/**
 * Allergies in words, on red where there are any or nobody asked: a copier makes the red grey, the words stay. What the
 * box has no room for is said to be missing, with its number.
 * @param allergies null for a client whom nobody planned: room to write
 */
export function allergyBox(allergies: Allergies | null, words: PaperWords): Content {
  const isRed = allergies === null || allergies.status !== 'none-known';
  const { fill, ink } = colours.notices.high;
  const toFill = allergies === null;
  return {
    margin: [0, 6, 0, 0],
    table: {
      // Without padding and frame.
      widths: [contentWidth - 16 - 2.8],
      heights: toFill ? [30] : ['auto'],
      body: [
        [
          {
            text: toFill ? words.allergiesBlank : allergyWords(allergies, words),
            bold: true,
            fontSize: 10.5,
            // Where something is to be written the red is a frame.
            color: toFill ? fill : isRed ? ink : colours.ink,
            ...(isRed && !toFill ? { fillColor: fill } : {}),
          },
        ],
      ],
    },
    layout: isRed ? 'redFrame' : 'inkFrame',
  };
}

export function allergyLines(allergies: Allergies, words: PaperWords): number {
  return Math.ceil(allergyWords(allergies, words).length / SIGNS_A_LINE);
}

export function allergyWords({ status, items }: Allergies, words: PaperWords): string {
  if (status === 'none-known') return words.allergiesNone;
  if (status === 'not-asked') return words.allergiesNotAsked;
  let said = words.allergic(items.join('; '));
  for (let kept = items.length - 1; kept > 0 && said.length > SIGNS_A_LINE * MOST_LINES; kept -= 1)
    said = words.allergic([...items.slice(0, kept), words.allergiesMore(items.length - kept)].join('; '));
  return said;
}
