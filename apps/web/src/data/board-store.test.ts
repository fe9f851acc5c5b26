import type { BoardSession } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { createBoardStore } from './board-store.ts';
import { CURTAIN_FALLS_MS } from './currency.ts';
import { sessionA, sessionB } from './entries.test-support.ts';
import { manualTime } from './manual-time.test-support.ts';
import type { BoardWatcher } from './socket-states.ts';

const line = (sessionId: string, more: Partial<BoardSession> = {}): BoardSession => ({
  sessionId,
  lastSeq: 1,
  phase: null,
  nextDueAt: null,
  worstNotice: null,
  lastVitals: null,
  pressures: [],
  ...more,
});

function setUp() {
  const time = manualTime();
  let watcher: BoardWatcher | null = null;
  const socket = {
    watchBoard(given: BoardWatcher) {
      watcher = given;
      return () => {
        watcher = null;
      };
    },
  };
  const store = createBoardStore({ socket, scheduler: time });
  return { time, store, far: watcher as unknown as BoardWatcher, isFollowed: () => watcher !== null };
}

describe('board store', () => {
  it('[TDY-1] is current only while the server said so within 4.3 s', async () => {
    const { time, store, far } = setUp();
    expect(store.view()).toMatchObject({ lines: null, currency: { type: 'loading' } });
    far.board([line(sessionA)]);
    expect(store.view().currency.type).toBe('loading');
    far.current(0);
    await time.advance(CURTAIN_FALLS_MS - 1);
    far.current(0);
    await time.advance(CURTAIN_FALLS_MS - 1);
    expect(store.view().currency.type).toBe('current');
    await time.advance(1);
    expect(store.view().currency.type).toBe('not-current');
    // The last values stay.
    expect(store.view().lines?.has(sessionA)).toBe(true);
    far.current(0);
    far.doubted('stood-still');
    expect(store.view().currency).toMatchObject({ type: 'not-current', because: 'stood-still' });
  });

  it('[TDY-2] knows when a session came or went, and does not take a new value for one', async () => {
    const { time, store, far } = setUp();
    const since = () => store.view().sessionsSinceMs;
    await time.advance(1_000);
    far.board([line(sessionA)]);
    expect(since()).toBe(time.nowMs());
    await time.advance(1_000);
    far.board([line(sessionA, { lastSeq: 2, phase: 'peak' })]);
    expect(since()).toBe(time.nowMs() - 1_000);
    expect(store.view().lines?.get(sessionA)?.phase).toBe('peak');
    far.board([line(sessionB)]);
    expect(since()).toBe(time.nowMs());
    await time.advance(1_000);
    far.board([]);
    expect(since()).toBe(time.nowMs());
  });

  it('[TDY-1] draws nothing again while nothing changed, and stops when it is closed', async () => {
    const { time, store, far, isFollowed } = setUp();
    far.board([line(sessionA)]);
    far.current(0);
    const before = store.view();
    far.current(0);
    expect(store.view()).toBe(before);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.close();
    await time.advance(60_000);
    expect(told).toBe(0);
    expect(store.view()).toBe(before);
    expect(isFollowed()).toBe(false);
  });
});
