/** A shorter part of a word is looked for as a whole word: with one letter nearly every note would be found. */
const PREFIX_FROM = 3;

/**
 * Typed words as PostgreSQL is asked for them: all of them in one note, in any order, each also as the beginning of a
 * longer one. Letters and digits alone, so that nothing typed is a sign of the query language; `3.5` stays one number.
 * @returns null where there is nothing to look for
 */
export function wordsQuery(text: string): string | null {
  const words = text.match(/\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `'${word}'${word.length >= PREFIX_FROM ? ':*' : ''}`).join(' & ');
}
