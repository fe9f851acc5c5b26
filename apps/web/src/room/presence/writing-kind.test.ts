import { parseEntryLine } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { ForcedKind } from '../composer/use-line.ts';
import { writingOfItem, writingOfLine } from './writing-kind.ts';

const kindOf = (text: string, forced: ForcedKind = null) =>
  writingOfLine(text, parseEntryLine(text, { nowMs: 0, atClock: () => 0, forced }), forced);

describe('what is being written', () => {
  it('[PSN-9] is what the line recognises, from its first key on', () => {
    for (const text of ['1', '14', '148/', '148/92', '148/92 88 97', 'hr88', '97%', '1480/92'])
      expect(kindOf(text), text).toBe('vital-signs');
    for (const text of ['k 40', 'k 40 im', 'k .5 im', 'ketamine 40']) expect(kindOf(text), text).toBe('dose');
    for (const text of ['she is calm', 'p peak', 'e nausea 2', '148/92 and calm', 'k'])
      expect(kindOf(text), text).toBe('note');
    for (const text of ['', '   ']) expect(kindOf(text), text).toBeNull();
  });

  it('[PSN-9] a tapped chip decides', () => {
    expect(kindOf('148/92', 'note')).toBe('note');
    expect(kindOf('40 im', 'dose')).toBe('dose');
    expect(kindOf('peak', 'phase')).toBe('note');
    expect(kindOf('', 'dose')).toBeNull();
  });

  it('[PSN-9] a correction counts as what it corrects', () => {
    const item = (kind: string) => ({ entry: { kind } }) as Parameters<typeof writingOfItem>[0];
    expect(writingOfItem(item('dose'))).toBe('dose');
    expect(writingOfItem(item('vital-signs'))).toBe('vital-signs');
    expect(writingOfItem(item('adverse-event'))).toBe('note');
    expect(writingOfItem(undefined)).toBe('note');
  });
});
