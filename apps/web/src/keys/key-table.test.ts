import { describe, expect, it } from 'vitest';
import { keyIds, keyTable } from './key-table.ts';

const rows = keyIds.map((id) => ({ id, ...keyTable[id] }));
/** What a page never gets in a tab of Chromium, or of Firefox where its keys are `reserved`. */
const keptByBrowsers = /^mod\+(shift\+)?(N|T|W|Q|P|Tab|PageUp|PageDown)$/;

describe('the table of keys', () => {
  it('[KEY-1] has no F-key, and a single letter or sign in lists and replays alone', () => {
    for (const { id, keys, place, native } of rows) {
      for (const key of keys) {
        expect(key, id).not.toMatch(/(^|\+)F\d+$/);
        if (/^(shift\+)?[^+]$/.test(key) && native !== true)
          expect(['lists', 'replay'], `${id}: ${key}`).toContain(place);
      }
    }
  });

  it('[KEY-2] takes none that a browser keeps for itself, and none twice in one place', () => {
    for (const { id, keys } of rows) for (const key of keys) expect(key, id).not.toMatch(keptByBrowsers);
    const bound = rows.flatMap(({ place, keys }) => keys.map((key) => `${place} ${key}`));
    expect(new Set(bound).size).toBe(bound.length);
  });
});
