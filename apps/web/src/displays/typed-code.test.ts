import { CODE_LENGTH, CODE_LETTERS } from '@tandem/wire';
import { expect, test } from 'vitest';
import { displayWords } from '../words/display-words.ts';
import { isCode, typedCode } from './typed-code.ts';

test('[DSP-4] a code is taken in small letters and in groups, and no further than it is long', () => {
  expect(typedCode(' 3k9-fdcX')).toBe('3K9FDC');
  expect(isCode(typedCode('3k9 fdc'))).toBe(true);
});

test('[DSP-4] what no screen shows is no code: too short, or a character that looks like another', () => {
  for (const typed of ['', '3K9FD', '0K9FDC', '1K9FDC', 'OK9FDC', 'IK9FDC', 'BK9FDC']) {
    expect(isCode(typedCode(typed)), typed).toBe(false);
  }
});

test('[DSP-4] the characters of a code have no look-alike and make no word', () => {
  expect(CODE_LETTERS).not.toMatch(/[0OQ1IL2Z5S6G8BUVAE]/);
  expect(new Set(CODE_LETTERS).size ** CODE_LENGTH).toBeGreaterThan(30_000_000);
  // The sentence that says so names them all.
  expect(
    displayWords.codeWrong.replace('The code is six characters, from ', '').replace(' and the letters', ''),
  ).toMatch(new RegExp(`^${[...CODE_LETTERS].join(' ')}\\.`));
});
