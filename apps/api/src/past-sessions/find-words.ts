/** A shorter part of a word is looked for as a whole word: with one letter nearly every note would be found. */
const PREFIX_FROM = 3;

/**
 * Typed words as PostgreSQL is asked for them: all of them in one note, each also as the beginning of a longer one.
 * @returns null where there is nothing to look for
 */
export function wordsQuery(text: string): string | null {
  const words = text
    .split(/[\s,]+/)
    .map((word) => word.replace(/[\\'\0]/g, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return words.map((word) => `'${word}'${word.length >= PREFIX_FROM ? ':*' : ''}`).join(' & ');
}
