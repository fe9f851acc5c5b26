import { parseEntryLine } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { words } from '../words.ts';
import { cardWords } from './card-words.ts';
import { cards } from './de/cards.ts';
import { inRoom } from './de/in-room.ts';
import { lookingBack } from './de/looking-back.ts';
import { onPages } from './de/on-pages.ts';
import { today } from './de/today.ts';

/** Everything that stands between these marks on the four cards of a language. */
function marked(said: typeof cardWords.cards | typeof cards.cards, foot: object, mark: RegExp): string[] {
  const sentences = [
    ...Object.values(said).flatMap(({ steps }) => Object.values(steps)),
    ...Object.values(foot),
  ];
  const found = sentences.flatMap(({ text }) => [...(text as string).matchAll(mark)].map(([, part]) => part));
  return [...new Set(found)] as string[];
}

/** Every sentence that stands as it is in a catalogue. */
const plain = (catalogue: object): string[] =>
  Object.values(catalogue).flatMap((said) =>
    typeof said === 'string' ? [said] : typeof said === 'object' && said !== null ? plain(said) : [],
  );

const files = import.meta.glob<object>('./*-words.ts', { eager: true });
const english = plain([words, ...Object.entries(files).filter(([path]) => !path.includes('card-words'))]);
const { cards: _, ...pages } = onPages;
const german = plain([today, inRoom, lookingBack, pages]);
/** On a button without a word. */
const SIGN = '···';

describe('one-page cards', () => {
  it('[CRD-4] name buttons and pages as the screen does, in each language', () => {
    const of = { en: [cardWords, english], de: [cards, german] } as const;
    for (const [{ cards: said, foot }, screen] of Object.values(of)) {
      const names = marked(said, foot, /\*([^*]+)\*/g);
      expect(names.length).toBeGreaterThan(30);
      expect(names.filter((name) => name !== SIGN && !screen.includes(name))).toEqual([]);
    }
  });

  it('[CRD-4] show lines that the entry line understands, the same in each language', () => {
    const typed = marked(cardWords.cards, cardWords.foot, /\[([^\]]+)\]/g);
    expect(marked(cards.cards, cards.foot, /\[([^\]]+)\]/g)).toEqual(typed);
    const nowMs = Date.parse('2026-11-24T14:00:00.000Z');
    const kindOf = (line: string) => {
      const read = parseEntryLine(line, { nowMs, atClock: () => nowMs - 240_000, forced: null });
      return read.type === 'entry' ? read.entry.kind : read.type;
    };
    const lines = typed.filter((line) => line.length > 1);
    expect(lines.map((line) => `${line}: ${kindOf(/^[@-]/.test(line) ? `118/76 ${line}` : line)}`)).toEqual([
      '148/92 88 97: vital-signs',
      'k 40 im ld: dose',
      '@10:40: vital-signs',
      '-4m: vital-signs',
      'p peak: phase',
    ]);
  });

  it('[CRD-1] say of no card more than seven steps, each in a few short sentences', () => {
    for (const said of [cardWords, cards]) {
      for (const { steps } of Object.values(said.cards)) {
        expect(Object.keys(steps).length).toBeLessThanOrEqual(7);
        for (const { text } of Object.values(steps)) expect(text.length, text).toBeLessThanOrEqual(190);
      }
    }
  });
});
