import { describe, expect, it } from 'vitest';
import { idOf, note, served, sessionA, sessionB } from './entries.test-support.ts';
import { setUp, watcher } from './far-end.test-support.ts';
import { backoffMs } from './scheduler.ts';
import { STOOD_STILL_MS, TICK_MS } from './still-watch.ts';

const current = (lastSeq: number) => ({ type: 'current', sessionId: sessionA, lastSeq });

function live() {
  const room = watcher();
  const set = setUp();
  set.socket.watch(sessionA, room);
  set.hello();
  return { ...set, room };
}

describe('a page that slept', () => {
  it('[SOC-10] doubts at the first tick after sleep, and connects anew without waiting', async () => {
    const { time, socket, ends, end, hello, room } = live();
    const leftAt = time.nowMs();
    time.sleep(30 * 60_000);
    await time.advance(TICK_MS);
    expect(room.heard).toEqual(['doubted stood-still']);
    expect(ends).toHaveLength(2);
    expect(ends[0]?.closed).toBe(true);
    expect(socket.state()).toEqual({ type: 'connecting', attempt: 0, downSinceMs: leftAt });
    room.cursor = 9;
    hello();
    expect(end().sent).toEqual([{ type: 'subscribe', sessionId: sessionA, after: 9 }]);
  });

  it('[SOC-10] does not believe a frame that waited in the line while it slept', () => {
    const { time, ends, room } = live();
    time.sleep(STOOD_STILL_MS + 1);
    ends[0]?.says(current(4));
    expect(room.heard).toEqual(['doubted stood-still']);
    ends[0]?.says(current(4));
    expect(room.heard).toEqual(['doubted stood-still']);
  });

  it('[SOC-10] takes the word of a browser that thaws it, once, however often it is told', () => {
    const { socket, ends, room } = live();
    for (let told = 0; told < 3; told += 1) socket.woke(true);
    expect(room.heard).toEqual(['doubted stood-still']);
    expect(ends).toHaveLength(2);
  });

  it('[SOC-10] coming back to a tab that heard its server meanwhile doubts nothing', async () => {
    const { time, socket, ends, end, room } = live();
    for (let beat = 0; beat < 300; beat += 1) {
      await time.advance(2_000);
      end().says(current(0));
    }
    room.heard.length = 0;
    socket.woke(false);
    expect(room.heard).toEqual([]);
    expect(ends).toHaveLength(1);
    // Ticks ran, and still the line was silent for longer than the server ever is.
    await time.advance(3_500);
    socket.woke(false);
    expect(room.heard).toEqual(['doubted stood-still']);
  });

  it('[SOC-10] does not wait for the rest of a back-off once someone looks again', async () => {
    const { time, socket, ends, end } = live();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      end().onclose?.({ code: 1006 });
      await time.advance(10_000);
    }
    end().onclose?.({ code: 1006 });
    const before = ends.length;
    socket.woke(false);
    expect(ends).toHaveLength(before + 1);

    // Heard a moment ago and cut since: nothing is doubted yet, and still it does not wait.
    const cut = live();
    cut.end().says(current(0));
    cut.end().onclose?.({ code: 1006 });
    cut.socket.woke(false);
    expect(cut.ends).toHaveLength(2);
    expect(cut.room.heard).toEqual(['current 0']);
  });

  it('[SOC-10] a page that follows nothing has nothing to doubt', async () => {
    const { time, socket, ends, hello } = setUp();
    const leave = socket.watch(sessionB, watcher());
    hello();
    leave();
    time.sleep(60_000);
    await time.advance(60_000);
    expect(ends).toHaveLength(1);
  });
});

describe('a line that is cut for everyone', () => {
  it('[SOC-11] 200 screens cut in one instant do not come back together', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const [attempt, most] of [
      [1, 50],
      [3, 20],
      [6, 12],
      [40, 12],
    ] as const) {
      const slots = new Map<number, number>();
      for (let screen = 0; screen < 200; screen += 1) {
        const delayMs = backoffMs(attempt, random);
        expect(delayMs).toBeGreaterThanOrEqual(250);
        expect(delayMs).toBeLessThanOrEqual(10_000);
        const slot = Math.floor(delayMs / 100);
        slots.set(slot, (slots.get(slot) ?? 0) + 1);
      }
      // Of 200, in the fullest tenth of a second.
      expect(Math.max(...slots.values()), `attempt ${attempt}`).toBeLessThanOrEqual(most);
    }
  });
});

describe('the clock of the server', () => {
  const entriesAt = (recordedAtMs: number) => ({
    type: 'entries',
    sessionId: sessionA,
    entries: [
      {
        ...served(1, note(1)),
        author: { id: idOf(5), name: 'A', role: 'nurse' },
        recordedAt: new Date(recordedAtMs).toISOString(),
      },
    ],
  });
  const offsetOf = ({ socket }: Pick<ReturnType<typeof setUp>, 'socket'>) => {
    const state = socket.state();
    return state.type === 'live' ? state.clockOffsetMs : null;
  };

  it('[CLK-1] a slow handshake is put right by the next message that comes quicker', async () => {
    const set = setUp();
    set.socket.watch(sessionA, watcher());
    const answeredAtMs = set.time.nowMs();
    // The page was busy for 2.5 s with the answer in its queue.
    set.time.sleep(2_500);
    set.hello({ serverTime: new Date(answeredAtMs).toISOString() });
    expect(offsetOf(set)).toBe(2_500);
    set.end().says(entriesAt(set.time.nowMs() - 120));
    expect(offsetOf(set)).toBe(120);
    // An old entry of a catch-up says nothing about now, one from the future is not believed beyond the handshake.
    set.end().says(entriesAt(set.time.nowMs() - 3_600_000));
    expect(offsetOf(set)).toBe(120);
    set.end().says(entriesAt(set.time.nowMs() + 600_000));
    expect(offsetOf(set)).toBe(0);
  });

  it('[CLK-2] a device clock that was moved is measured anew, forward and back', async () => {
    const set = setUp();
    set.socket.watch(sessionA, watcher());
    set.hello();
    expect(offsetOf(set)).toBe(3_000);
    for (const [movedMs, offsetMs] of [
      [47 * 60_000, 47 * 60_000 + 3_000],
      [-90 * 60_000, -43 * 60_000 + 3_000],
    ] as const) {
      set.time.sleep(movedMs);
      const before = set.ends.length;
      await set.time.advance(TICK_MS);
      expect(set.ends).toHaveLength(before + 1);
      set.hello({ serverTime: new Date(set.time.nowMs() - offsetMs).toISOString() });
      expect(offsetOf(set)).toBe(offsetMs);
    }
  });
});
