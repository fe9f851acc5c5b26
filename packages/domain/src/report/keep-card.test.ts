import { describe, expect, it } from 'vitest';
import { type CardPart, cardTypeSize } from './keep-card.ts';

const words = (text: string): CardPart => ({ id: text, kind: 'words', from: null, words: text });
const fromTo = (from: string | null, to: string | null): CardPart => ({
  id: `${from}${to}`,
  kind: 'from-to',
  from,
  words: to,
});

describe('the type of a card with words to keep', () => {
  it('[EXP-21] is as large as the words allow, and never under 12 points', () => {
    expect(cardTypeSize([words('I did my best.')])).toBe(24);
    const more = Array.from({ length: 4 }, (_, n) => words(`I was doing my best with what I had, ${n}.`));
    const size = cardTypeSize(more) ?? 0;
    expect(size).toBeLessThan(24);
    expect(size).toBeGreaterThanOrEqual(12);
    expect(cardTypeSize([...more, ...more, ...more, ...more])).toBeNull();
  });

  it('[EXP-21] counts from, to and the arrow between them, and leaves out the half that is not there', () => {
    const long = 'I carried what was never mine to carry, and I can put it down. '.repeat(3).trim();
    const both = cardTypeSize([fromTo(long, long)]) ?? 0;
    const half = cardTypeSize([fromTo(null, long)]) ?? 0;
    expect(half).toBeGreaterThan(both);
  });

  it('[EXP-21] breaks a word that is longer than a line across several', () => {
    expect(cardTypeSize([words('a'.repeat(3_000))])).toBeNull();
    expect(cardTypeSize([words('a'.repeat(60))])).toBe(24);
  });
});
