import { expect, it } from 'vitest';
import { idOf, type Told, told } from '../timeline/told.test-support.ts';
import { matching } from './matching.ts';

const state = told([
  ['note', 1, { text: 'Breath slow, hands open', category: 'noticed' }],
  ['note', 2, { text: 'again', category: 'theme', themes: ['Shame'] }],
  ['moment', 3, { text: 'Long silence', tags: ['grief', 'shame'] }],
  ['note', 4, { text: 'not this one', category: 'noticed' }],
  ['retraction', 5, { entryId: idOf(4), reason: 'twice' }],
] satisfies Told[]);
const found = (query: string, tags: string[] = []) => matching(state, { query, tags }, 'UTC');

it('[MNG-11] given words and tags, when searched, then rows that hold every word and any of the tags are found', () => {
  expect(found('')).toBeNull();
  expect(found('  ')).toBeNull();
  expect(found('SLOW breath')).toEqual(new Set([idOf(1)]));
  expect(found('slow silence')).toEqual(new Set());
  expect(found('#shame')).toEqual(new Set([idOf(2), idOf(3)]));
  expect(found('', ['shame'])).toEqual(new Set([idOf(2), idOf(3)]));
  expect(found('', ['grief', 'nothing'])).toEqual(new Set([idOf(3)]));
  expect(found('silence', ['shame'])).toEqual(new Set([idOf(3)]));
  // Entered in error, and still in the log.
  expect(found('not this')).toEqual(new Set([idOf(4)]));
});
