import { type CourseState, ofCourse } from '../course/course-state.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/**
 * A card to carry along, with what the client wants to keep: words of their own, from and to, and what they agreed to.
 * No value, no diagnosis and no medicine stands on it but what these words themselves say.
 */
export interface CardPart {
  readonly id: string;
  readonly kind: 'words' | 'from-to' | 'insight';
  /** What it came from, of `from-to`; null elsewhere, and where nobody wrote it down. */
  readonly from: string | null;
  /** The words themselves, or what it became. */
  readonly words: string | null;
}

/** More than these are no card any more. */
export const MOST_ON_A_CARD = 6;

/** Words to keep and shifts of one session, as they stand. */
export function cardPartsOfSession(state: SessionState): CardPart[] {
  return [
    ...standing(state, 'words-to-keep').map(({ id, data }): CardPart => {
      return { id, kind: 'words', from: null, words: data.text };
    }),
    ...standing(state, 'shift').map(({ id, data }): CardPart => {
      return { id, kind: 'from-to', from: data.from, words: data.to };
    }),
  ];
}

/** Stories of the course, and of its insights those that the client agreed to. */
export function cardPartsOfCourse(state: CourseState): CardPart[] {
  const agreed = new Set(ofCourse(state, 'insight-approval').map(({ data }) => data.insightId));
  return [
    ...ofCourse(state, 'story').map(({ id, data }): CardPart => {
      return { id, kind: 'from-to', from: data.from ?? null, words: data.to ?? null };
    }),
    ...ofCourse(state, 'insight')
      .filter(({ id }) => agreed.has(id))
      .map(({ id, data }): CardPart => ({ id, kind: 'insight', from: null, words: data.text })),
  ];
}

/** A6, and what is left of it for words between its margins and above the line with day and clinic; points. */
export const cardPage = { width: 297.64, height: 419.53, side: 28, foot: 40 } as const;
const inside = {
  width: cardPage.width - 2 * cardPage.side,
  height: cardPage.height - cardPage.side - cardPage.foot - 8,
};

/** Type sizes in points, the largest first: a card is read at arm's length, and nothing on it is smaller than 12. */
const sizes = [24, 22, 20, 18, 16, 14, 12] as const;
/** Of the type size: a letter of Inter with its share of blanks, on the wide side; a line; what parts two parts. */
const LETTER = 0.58;
const LINE = 1.3;
/** The arrow from what it was to what it became; points. */
const ARROW = 24;
export const CARD_GAP = 0.9;

/** The largest size at which these fit on one card; null when none does, and there are too many words for one. */
export function cardTypeSize(parts: readonly CardPart[]): number | null {
  return sizes.find((size) => heightAt(parts, size) <= inside.height) ?? null;
}

function heightAt(parts: readonly CardPart[], size: number): number {
  const perLine = Math.floor(inside.width / (size * LETTER));
  const heights = parts.map(({ from, words }) => {
    const texts = [from, words].filter((text) => text !== null);
    return sum(texts.map((text) => linesOf(text, perLine) * size * LINE)) + (texts.length > 1 ? ARROW : 0);
  });
  return sum(heights) + Math.max(0, parts.length - 1) * size * CARD_GAP;
}

/** As a page breaks them: whole words on a line, a longer one across several. */
function linesOf(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of `“${text}”`.split(/\s+/)) {
    const letters = [...word].length;
    if (used > 0 && used + 1 + letters > perLine) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(Math.max(0, letters - 1) / perLine);
    used += (used > 0 ? 1 : 0) + (letters > perLine ? letters % perLine : letters);
  }
  return lines;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
