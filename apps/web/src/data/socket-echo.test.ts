import { ECHO_SINCE_WIRE } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { PING_EVERY_MS } from './echo.ts';
import { sessionA, sessionB } from './entries.test-support.ts';
import { setUp } from './far-end.test-support.ts';

/** Follows a session and a board, and writes down how old each word of the server was. */
function live(greeting: object = {}) {
  const set = setUp();
  const ages: number[] = [];
  const boardAges: number[] = [];
  const leave = set.socket.watch(sessionA, {
    after: () => 0,
    entries() {},
    current: (_lastSeq, ageMs) => void ages.push(ageMs),
    doubted() {},
    refused() {},
  });
  set.hello(greeting);
  const current = (heard?: number) => ({ type: 'current', sessionId: sessionA, lastSeq: 0, heard });
  const followBoard = () =>
    set.socket.watchBoard({ board() {}, current: (ageMs) => void boardAges.push(ageMs), doubted() {} });
  return { ...set, ages, boardAges, leave, current, followBoard };
}

describe('the echo', () => {
  it('[SOC-14] pings before it asks for anything, then once a second while something is followed', async () => {
    const { time, end, leave, socket, followBoard } = live();
    expect(end().said.map(({ type }) => type)).toEqual(['ping', 'subscribe']);
    await time.advance(3 * PING_EVERY_MS);
    expect(end().pings).toEqual([1, 2, 3, 4]);
    // One ping serves all that is followed.
    followBoard();
    expect(end().pings).toEqual([1, 2, 3, 4]);
    leave();
    await time.advance(2 * PING_EVERY_MS);
    expect(end().pings).toEqual([1, 2, 3, 4, 5, 6]);

    const alone = live();
    alone.leave();
    await alone.time.advance(60_000);
    expect(alone.end().pings).toEqual([1]);
    alone.followBoard();
    expect(
      alone
        .end()
        .said.map(({ type }) => type)
        .slice(-2),
    ).toEqual(['ping', 'subscribe-board']);
    socket.close();
    const before = end().pings.length;
    await time.advance(5_000);
    expect(end().pings).toHaveLength(before);
  });

  it('[SOC-14] what the server says is as old as the ping that it tells back, on every line', async () => {
    const { time, end, ages, boardAges, current, followBoard } = live();
    followBoard();
    await time.advance(2_500);
    end().says(current(1));
    end().says(current(3));
    // Doubled, and one of an earlier reading that is answered later.
    end().says(current(3));
    end().says(current(2));
    end().says({ type: 'board-current', heard: 2 });
    expect(ages).toEqual([2_500, 500, 500, 1_500]);
    expect(boardAges).toEqual([1_500]);
  });

  it('[SOC-14] a ping that was not sent here proves nothing, nor does one before there was any', () => {
    const { end, ages, current } = live();
    for (const heard of [0, 7, undefined]) end().says(current(heard));
    expect(ages).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('[SOC-14] a new socket counts anew: what the old one was asked proves nothing', async () => {
    const { time, ends, end, hello, ages, current } = live();
    await time.advance(2_000);
    expect(end().pings).toEqual([1, 2, 3]);
    end().onclose?.({ code: 1006 });
    await time.advance(1_000);
    hello();
    expect(end().said.map(({ type }) => type)).toEqual(['ping', 'subscribe']);
    expect(end().pings).toEqual([1]);
    ends[0]?.says(current(1));
    expect(ages).toEqual([]);
    end().says(current(3));
    end().says(current(1));
    expect(ages).toEqual([Number.POSITIVE_INFINITY, 0]);
  });

  it('[SOC-14] no clock that is put back, and no sleep that nobody noticed, makes it younger', async () => {
    const { time, end, ages, current } = live();
    await time.advance(500);
    time.sleep(-800);
    end().says(current(1));
    expect(ages).toEqual([500]);
    time.sleep(800 + 2_000);
    end().says(current(1));
    expect(ages).toEqual([500, 2_500]);
  });

  it('[SOC-14] frames alone keep it going where a browser holds back timers', () => {
    const { time, end, current } = live();
    time.sleep(PING_EVERY_MS - 1);
    end().says(current(1));
    expect(end().pings).toEqual([1]);
    time.sleep(1);
    end().says(current(1));
    expect(end().pings).toEqual([1, 2]);
  });

  it('[SOC-14] a server from before the echo is not pinged, and its word counts from when it comes', async () => {
    const { time, end, ages, current } = live({ wire: ECHO_SINCE_WIRE - 1, minWire: 4 });
    await time.advance(3_000);
    end().says(current());
    expect(end().pings).toEqual([]);
    expect(ages).toEqual([0]);
  });

  it('[SOC-14] many sessions on one socket share one ping a second', async () => {
    const { time, end, socket } = live();
    const quiet = { after: () => 0, entries() {}, current() {}, doubted() {}, refused() {} };
    socket.watch(sessionB, quiet);
    await time.advance(5 * PING_EVERY_MS);
    expect(end().pings).toHaveLength(6);
  });
});
