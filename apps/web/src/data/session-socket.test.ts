import { closeCodes, WIRE_VERSION } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { idOf, note, served, sessionA, sessionB } from './entries.test-support.ts';
import { epoch, type FarEnd, setUp, watcher } from './far-end.test-support.ts';
import { OPEN_LIMIT_MS, SILENCE_LIMIT_MS } from './socket-states.ts';

describe('session socket', () => {
  it('[SOC-1] is live only after hello, then follows from its cursor and takes the clock', () => {
    const { socket, end, hello } = setUp();
    socket.watch(sessionA, watcher(7));
    expect(socket.state().type).toBe('connecting');
    expect(end().sent).toEqual([]);
    hello();
    expect(socket.state()).toMatchObject({ type: 'live', epoch, clockOffsetMs: 3_000 });
    expect(end().sent).toEqual([{ type: 'subscribe', sessionId: sessionA, after: 7 }]);
  });

  it('[SOC-2] comes back by itself and resumes after the last seq it holds', async () => {
    const { time, ends, socket, end, hello } = setUp();
    const one = watcher(0);
    socket.watch(sessionA, one);
    hello();
    one.cursor = 12;
    end().onclose?.({ code: 1006 });
    expect(socket.state()).toMatchObject({ type: 'waiting-to-retry', attempt: 1 });
    await time.advance(10_000);
    expect(ends).toHaveLength(2);
    hello();
    expect(end().sent).toEqual([{ type: 'subscribe', sessionId: sessionA, after: 12 }]);
  });

  it('[SOC-3] waits longer each time, remembers since when it is down, and starts anew once it was live', async () => {
    const { time, socket, end, hello } = setUp();
    socket.watch(sessionA, watcher());
    hello();
    const downAt = time.nowMs();
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      end().onclose?.({ code: 1006 });
      const state = socket.state();
      if (state.type !== 'waiting-to-retry') throw new Error(state.type);
      expect(state.downSinceMs).toBe(downAt);
      delays.push(state.retryAtMs - time.nowMs());
      await time.advance(state.retryAtMs - time.nowMs());
    }
    expect(delays.toSorted((a, b) => a - b)).toEqual(delays);
    expect(Math.max(...delays)).toBeLessThanOrEqual(10_000);
    hello();
    end().onclose?.({ code: closeCodes.restart });
    expect(socket.state()).toMatchObject({ attempt: 1 });
  });

  it('[SOC-4] believes no frame that is not of the wire, and none before hello', () => {
    const { socket, end, hello } = setUp();
    const one = watcher();
    socket.watch(sessionA, one);
    end().says({ type: 'current', sessionId: sessionA, lastSeq: 3 });
    hello();
    for (const frame of [
      '',
      'nonsense',
      '[]',
      { type: 'current', sessionId: sessionA },
      { type: 'entries', sessionId: sessionA, entries: [{ seq: 1 }] },
      { type: 'of-a-newer-server', sessionId: sessionA, entries: [], lastSeq: 3 },
    ]) {
      end().says(frame);
    }
    expect(one.heard).toEqual([]);
    expect(socket.state().type).toBe('live');
    end().says({
      type: 'entries',
      sessionId: sessionA,
      entries: [{ ...served(1, note(1)), author: { id: idOf(5), name: 'A', role: 'nurse' } }],
    });
    expect(one.heard).toEqual(['entries 1']);
  });

  it('[SOC-5] takes silence for a dead line, and a handshake without end for none', async () => {
    const { time, ends, socket, end, hello } = setUp();
    socket.watch(sessionA, watcher());
    await time.advance(OPEN_LIMIT_MS);
    expect(ends[0]?.closed).toBe(true);
    await time.advance(10_000);
    hello();
    await time.advance(SILENCE_LIMIT_MS - 1);
    end().says({ type: 'current', sessionId: sessionA, lastSeq: 0 });
    await time.advance(SILENCE_LIMIT_MS - 1);
    expect(socket.state().type).toBe('live');
    await time.advance(1);
    expect(socket.state().type).toBe('waiting-to-retry');
  });

  it('[SOC-6] a socket that was given up is not listened to any more', async () => {
    const { time, ends, socket, hello } = setUp();
    const one = watcher();
    socket.watch(sessionA, one);
    hello();
    const old = ends[0] as FarEnd;
    const [oldMessage, oldClose] = [old.onmessage, old.onclose];
    oldClose?.({ code: 1006 });
    await time.advance(1_000);
    hello();
    oldMessage?.({ data: JSON.stringify({ type: 'current', sessionId: sessionA, lastSeq: 9 }) });
    oldClose?.({ code: 1006 });
    expect(one.heard).toEqual([]);
    expect(socket.state().type).toBe('live');
  });

  it('[SOC-7] a refusal for good ends that session alone; a doubt of the server is none', async () => {
    const { time, socket, end, hello } = setUp();
    const [one, two] = [watcher(), watcher()];
    socket.watch(sessionA, one);
    socket.watch(sessionB, two);
    hello();
    for (const code of ['head-unknown', 'unavailable', 'of-a-newer-server']) {
      end().says({ type: 'error', code, message: '', sessionId: sessionB });
    }
    end().says({
      type: 'error',
      code: 'role-may-not',
      message: 'No.',
      sessionId: sessionA,
      lasting: true,
    });
    end().says({ type: 'current', sessionId: sessionA, lastSeq: 1 });
    end().says({ type: 'current', sessionId: sessionB, lastSeq: 1 });
    expect(one.heard).toEqual(['refused role-may-not']);
    expect(two.heard).toEqual(['doubted database', 'current 1']);
    end().says({ type: 'error', code: 'not-found', message: '', sessionId: sessionB, lasting: true });
    await time.advance(SILENCE_LIMIT_MS * 3);
    expect(socket.state().type).toBe('live');
  });

  it('[SOC-12] says that the server cannot save as long as its words of being current say so', () => {
    const { socket, end, hello } = setUp();
    const told: boolean[] = [];
    socket.subscribe(() => told.push(socket.canSave()));
    socket.watch(sessionA, watcher());
    hello();
    expect(socket.canSave()).toBe(true);
    end().says({ type: 'current', sessionId: sessionA, lastSeq: 1, saving: false });
    expect(socket.canSave()).toBe(false);
    end().says({ type: 'board-current', saving: false });
    end().says({ type: 'current', sessionId: sessionA, lastSeq: 1 });
    expect(socket.canSave()).toBe(true);
    expect(told.slice(-2)).toEqual([false, true]);
  });

  it('[SOC-8] stops where trying again cannot help, and asks again who this is where rights changed', async () => {
    const ended = setUp();
    ended.socket.watch(sessionA, watcher());
    ended.hello();
    ended.end().onclose?.({ code: closeCodes.loginEnded });
    await ended.time.advance(60_000);
    expect(ended.socket.state()).toEqual({ type: 'stopped', reason: 'login-ended' });
    expect(ended.ends).toHaveLength(1);

    const old = setUp();
    const screen = watcher();
    old.socket.watch(sessionA, screen);
    old.hello({ minWire: WIRE_VERSION + 1, wire: WIRE_VERSION + 1 });
    expect(old.socket.state()).toEqual({ type: 'stopped', reason: 'page-too-old' });
    // What it shows grows old from now on, and says why.
    expect(screen.heard).toEqual(['doubted too-old']);

    const rights = setUp();
    rights.socket.watch(sessionA, watcher());
    rights.hello();
    rights.end().onclose?.({ code: closeCodes.rightsChanged });
    expect(rights.rightsChanged()).toBe(1);
    expect(rights.socket.state().type).toBe('waiting-to-retry');
  });

  it('[SOC-9] forgets a session that nobody looks at, but not one that was opened again', () => {
    const { socket, end, hello } = setUp();
    const leave = socket.watch(sessionA, watcher());
    hello();
    socket.watch(sessionA, watcher(4));
    leave();
    expect(end().sent.at(-1)).toEqual({ type: 'subscribe', sessionId: sessionA, after: 4 });
    socket.watch(sessionB, watcher())();
    expect(end().sent.at(-1)).toEqual({ type: 'unsubscribe', sessionId: sessionB });
  });
});
