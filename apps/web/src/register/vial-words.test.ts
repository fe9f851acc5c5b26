import { expect, test } from 'vitest';
import { differenceWords, mgWords, vialName } from './vial-words.ts';

test.each([
  [0, 'as expected'],
  [-2, '2 mg less than expected'],
  [0.001, '0.001 mg more than expected'],
  [-450.5, '450.5 mg less than expected'],
])('[VIA-6] a count that is %s mg off says so in words', (mg, words) => {
  expect(differenceWords(mg)).toBe(words);
});

test('[VIA-6] amounts have no digits of a float, and a vial is called by medicine and lot', () => {
  expect(mgWords(0.1 + 0.2)).toBe('0.3 mg');
  expect(mgWords(-10)).toBe('-10 mg');
  expect(vialName({ drug: 'ketamine', lot: 'K2231' })).toBe('Ketamine, lot K2231');
});
