import { expect, test } from 'vitest';
import { createKept } from './kept.ts';

test('what one person kept is never shown to the next one', () => {
  const kept = createKept('nothing');
  let told = 0;
  const leave = kept.subscribe(() => {
    told += 1;
  });
  kept.set('amara', 'Rivera');
  expect(kept.of('amara')).toBe('Rivera');
  expect(kept.of('jonas')).toBe('nothing');
  kept.set('jonas', 'Sato');
  expect(kept.of('amara')).toBe('nothing');
  leave();
  kept.set('jonas', 'Hale');
  expect(told).toBe(2);
});
