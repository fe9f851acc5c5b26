import { expect, it } from 'vitest';
import { Hub, type WatchedHead } from './hub.ts';
import { Pings } from './pings.ts';
import type { Subscription } from './subscription.ts';

const head: WatchedHead = { clinicId: 'clinic', sessionId: 'session', lastSeq: 0 };

/** One screen on one session; the database answers when the test says so. */
function setUp() {
  const time = { nowMs: 0 };
  const pings = new Pings(() => time.nowMs);
  let answer = () => {};
  const reads = {
    heads: () => new Promise<WatchedHead[]>((resolve) => (answer = () => resolve([head]))),
    page: async () => ({ lastSeq: 0, entries: [] }),
  };
  const hub = new Hub(reads, () => time.nowMs);
  const heard: number[] = [];
  const screen: Subscription = {
    ...{ clinicId: 'clinic', sessionId: 'session', role: 'nurse', cursor: 0 },
    ...{ busy: false, again: false, ahead: false },
    send: (frame) => void heard.push(JSON.parse(frame).heard),
    heardBy: (atMs) => pings.by(atMs),
    end() {},
  };
  const comes = (n: number, atMs: number) => {
    time.nowMs = atMs;
    pings.came(n);
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { time, hub, heard, screen, comes, settled, answers: () => answer() };
}

it('[LIV-9] a ping that comes while the head is read is told back by the next reading alone', async () => {
  const { time, hub, heard, screen, comes, settled, answers } = setUp();
  comes(1, 10);
  time.nowMs = 20;
  hub.add(screen);
  await settled();
  expect(heard).toEqual([1]);
  comes(2, 1_000);
  time.nowMs = 1_010;
  void hub.poll();
  comes(3, 1_600);
  answers();
  await settled();
  expect(heard).toEqual([1, 2]);
  time.nowMs = 2_510;
  void hub.poll();
  answers();
  await settled();
  expect(heard).toEqual([1, 2, 3]);
});
