import { describe, expect, it } from 'vitest';
import { author, sessionA, sessionB } from './entries.test-support.ts';
import { setUp, watcher } from './far-end.test-support.ts';
import { SILENCE_LIMIT_MS } from './socket-states.ts';

const line = {
  sessionId: sessionA,
  lastSeq: 4,
  phase: 'peak',
  nextDueAt: null,
  worstNotice: null,
  lastVitals: { happenedAt: '2026-11-24T15:00:00.000Z', systolic: 148, diastolic: 92 },
  pressures: [],
};
const person = { ...author, writing: 'note', pending: 0, lastSeenAt: '2026-11-24T15:00:00.000Z' };

function boardWatcher() {
  const heard: string[] = [];
  return {
    heard,
    board: (sessions: readonly { sessionId: string }[]) => void heard.push(`board ${sessions.length}`),
    current: () => void heard.push('current'),
    doubted: (why: string) => void heard.push(`doubted ${why}`),
  };
}

describe('the board on the socket', () => {
  it('[SOC-12] is asked for, heard, asked for again after a cut, and given up', async () => {
    const { time, socket, end, hello } = setUp();
    const board = boardWatcher();
    const leave = socket.watchBoard(board);
    hello();
    expect(end().sent).toEqual([{ type: 'subscribe-board' }]);
    end().says({ type: 'board', sessions: [line] });
    end().says({ type: 'board-current' });
    end().says({ type: 'error', code: 'head-unknown', message: '' });
    expect(board.heard).toEqual(['board 1', 'current', 'doubted database']);
    end().onclose?.({ code: 1006 });
    await time.advance(1_000);
    hello();
    expect(end().sent).toEqual([{ type: 'subscribe-board' }]);
    leave();
    expect(end().sent.at(-1)).toEqual({ type: 'unsubscribe-board' });
    end().says({ type: 'board', sessions: [] });
    expect(board.heard).toHaveLength(3);
  });

  it('[SOC-12] its silence alone is a dead line, and its sleep is doubted', async () => {
    const silent = setUp();
    silent.socket.watchBoard(boardWatcher());
    silent.hello();
    await silent.time.advance(SILENCE_LIMIT_MS);
    expect(silent.socket.state().type).toBe('waiting-to-retry');

    const asleep = setUp();
    const board = boardWatcher();
    asleep.socket.watchBoard(board);
    asleep.hello();
    asleep.socket.woke(true);
    expect(board.heard).toEqual(['doubted stood-still']);
  });
});

describe('presence on the socket', () => {
  it('[SOC-13] is heard for the room it belongs to', () => {
    const { socket, end, hello } = setUp();
    const heard: string[] = [];
    socket.watch(sessionA, watcher());
    const stop = socket.onPresence(
      sessionA,
      (people) => void heard.push(people.map(({ name }) => name).join()),
    );
    hello();
    end().says({ type: 'presence', sessionId: sessionA, people: [person] });
    end().says({ type: 'presence', sessionId: sessionB, people: [] });
    stop();
    end().says({ type: 'presence', sessionId: sessionA, people: [] });
    expect(heard).toEqual(['Dr Amara Okafor']);
  });

  it('[SOC-13] own presence is said after the session is followed: at once, after a cut, after catching up', async () => {
    const { time, socket, end, hello } = setUp();
    const follow = { type: 'subscribe', sessionId: sessionA, after: 0 };
    const own = { type: 'presence', sessionId: sessionA, writing: 'dose', pending: 2 };
    socket.watch(sessionA, watcher());
    socket.present(sessionA, { writing: 'dose', pending: 2 });
    expect(end().sent).toEqual([]);
    hello();
    expect(end().sent).toEqual([follow, own]);
    end().onclose?.({ code: 1006 });
    await time.advance(1_000);
    hello();
    expect(end().sent).toEqual([follow, own]);
    socket.catchUp(sessionA);
    expect(end().sent.slice(2)).toEqual([{ type: 'unsubscribe', sessionId: sessionA }, follow, own]);
  });

  it('[SOC-13] nothing is said of a session that is not followed, nor of one that was left', () => {
    const { socket, end, hello } = setUp();
    socket.watch(sessionB, watcher());
    hello();
    socket.present(sessionA, { writing: 'note', pending: 0 });
    const leave = socket.watch(sessionA, watcher());
    socket.present(sessionA, { writing: 'note', pending: 0 });
    leave();
    socket.watch(sessionA, watcher());
    expect(end().sent.map((frame) => (frame as { type: string }).type)).toEqual([
      'subscribe',
      'subscribe',
      'presence',
      'unsubscribe',
      'subscribe',
    ]);
  });
});
