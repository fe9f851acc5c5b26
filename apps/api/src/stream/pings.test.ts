import { expect, it } from 'vitest';
import { FRESH_MS } from './hub.ts';
import { Pings } from './pings.ts';

function setUp() {
  const time = { nowMs: 0 };
  const pings = new Pings(() => time.nowMs);
  const comes = (n: number, atMs: number) => {
    time.nowMs = atMs;
    pings.came(n);
  };
  return { pings, comes };
}

it('[LIV-9] of a reading counts the last ping that had come when it was asked for', () => {
  const { pings, comes } = setUp();
  expect(pings.by(0)).toBe(0);
  comes(1, 100);
  comes(2, 1_100);
  expect([99, 100, 1_099, 1_100, 1_500].map((atMs) => pings.by(atMs))).toEqual([0, 1, 1, 2, 2]);
});

it('[LIV-9] a ping that is doubled or overtaken says nothing new', () => {
  const { pings, comes } = setUp();
  comes(3, 100);
  comes(3, 200);
  comes(2, 300);
  expect(pings.by(99)).toBe(0);
  expect(pings.by(1_000)).toBe(3);
});

it('[LIV-9] the oldest reading that a current may rest on still finds its ping, however many came since', () => {
  const { pings, comes } = setUp();
  comes(1, 0);
  for (let n = 2; n <= 500; n += 1) comes(n, n * 50);
  const nowMs = 500 * 50;
  expect(pings.by(nowMs - FRESH_MS)).toBe(500 - FRESH_MS / 50);
});
