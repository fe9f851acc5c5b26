import { parseEntryLine } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { backAmount, type DoseDraft, emptyDose, keyAmount, lineOfDose } from './dose-draft.ts';

const keyed = (keys: string): DoseDraft => [...keys].reduce(keyAmount, emptyDose);
const usual = { drug: 'ketamine', route: 'im' } as const;
const read = (draft: DoseDraft) =>
  parseEntryLine(lineOfDose(draft, usual, null), { nowMs: 0, atClock: () => 0, forced: 'dose' });

describe('dose on the keypad', () => {
  it('[PAD-8] is read as the line that somebody would type', () => {
    expect(lineOfDose({ ...keyed('20'), site: 'rd' }, usual, '10:40')).toBe('ketamine 20 im rd @10:40');
    expect(lineOfDose(emptyDose, usual, '10:40')).toBe('');
    expect(read({ ...keyed('12.5'), site: 'rd' })).toMatchObject({
      entry: { kind: 'dose', data: { drug: 'ketamine', route: 'im', amountMg: 12.5, site: 'right deltoid' } },
    });
  });

  it('[PAD-8] refuses .5 and 5.0 with what to write, as the line does', () => {
    expect(read(keyed('.5'))).toMatchObject({
      type: 'problem',
      sentence: 'Write 0.5, with a zero before the point.',
    });
    expect(read(keyed('5.0'))).toMatchObject({
      type: 'problem',
      sentence: 'Write 5, without a zero at the end.',
    });
  });

  it('[PAD-8] a key that does not fit is named and changes nothing', () => {
    expect(keyed('20.5.')).toMatchObject({ amount: '20.5', refused: '.' });
    expect(keyed('12345')).toMatchObject({ amount: '1234', refused: '5' });
    expect(backAmount(keyed('20.5.'))).toMatchObject({ amount: '20.', refused: null });
  });
});
