import { expect, test } from 'vitest';
import { wordsQuery } from './find-words.ts';

test('[PST-6] all words of one note, longer ones as beginnings, signs of the query language as text', () => {
  expect(wordsQuery('chair  window')).toBe("'chair':* & 'window':*");
  expect(wordsQuery('a chair, by')).toBe("'a' & 'chair':* & 'by'");
  expect(wordsQuery(`O'Brien \\ & | ! <-> (:*)`)).toBe("'O' & 'Brien':*");
  expect(wordsQuery('post-dose 3.5 mg')).toBe("'post':* & 'dose':* & '3.5':* & 'mg'");
  expect(wordsQuery(' ... — ')).toBeNull();
});
