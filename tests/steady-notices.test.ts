import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const sheet = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../apps/web/src/${path}`, import.meta.url)), 'utf8');
/** Everything in a stylesheet that moves by itself. */
const moving = (css: string) => css.match(/(?:animation|transition)[a-z-]*:[^;]*|@keyframes \w+/g) ?? [];

test('[NTC-12] nothing about a notice flashes: its edge widens once, and for the rest it stands still', () => {
  expect(moving(sheet('room/notices/notices.module.css'))).toEqual(['transition: box-shadow 800ms']);
  for (const path of ['board/notice-line.module.css', 'room/emergency/emergency.module.css'])
    expect(moving(sheet(path)), path).toEqual([]);
  expect(moving('a { animation: blink 1s; } @keyframes blink {}')).toHaveLength(2);
});
