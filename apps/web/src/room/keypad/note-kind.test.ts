import { parseEntryLine } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { asKind, kindOf, noteKinds, wordsOf } from './note-kind.ts';

describe('kind of a note on the keypad', () => {
  it('[PAD-9] is the one that the line would read, and its words are kept when it changes', () => {
    for (const kind of noteKinds) {
      const draft = asKind('open hands', kind);
      expect(kindOf(draft)).toBe(kind);
      expect(wordsOf(draft)).toBe('open hands');
      expect(parseEntryLine(draft, { nowMs: 0, atClock: () => 0, forced: 'note' })).toMatchObject({
        entry: { kind: 'note', data: { category: kind, text: 'open hands' } },
      });
      for (const other of noteKinds) expect(wordsOf(asKind(draft, other))).toBe('open hands');
    }
  });
});
