import { closeCodes, type DownFrame, type UpFrame, WIRE_VERSION } from '@tandem/wire';
import { isRefusedForGood, readFrame } from './frames.ts';
import { backoffMs, type Scheduler } from './scheduler.ts';
import {
  type ConnectionState,
  OPEN_LIMIT_MS,
  SILENCE_LIMIT_MS,
  type SocketLike,
  type StopReason,
  type Watcher,
} from './socket-states.ts';

export interface SessionSocket {
  state(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Follows a session until the answer is called; reconnects by itself and goes on after `watcher.after()`. */
  watch(sessionId: string, watcher: Watcher): () => void;
  /** Asks again for what came after `watcher.after()`: something is missing. */
  catchUp(sessionId: string): void;
  /** The network is back: does not wait for the rest of a back-off. */
  retryNow(): void;
  close(): void;
}

export interface SocketParts {
  readonly open: () => SocketLike;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  /** Roles or rights changed on the server: ask again who this is. The socket comes back by itself. */
  readonly rightsChanged: () => void;
}

/** One socket for all sessions of this page. Every frame is checked against the wire before it is believed. */
export function createSessionSocket({ open, scheduler, random, rightsChanged }: SocketParts): SessionSocket {
  let state: ConnectionState = { type: 'idle' };
  let socket: SocketLike | null = null;
  let cancelTimer = () => {};
  const watchers = new Map<string, Watcher>();
  const listeners = new Set<() => void>();

  function become(next: ConnectionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function arm(delayMs: number, task: () => void): void {
    cancelTimer();
    cancelTimer = scheduler.after(delayMs, task);
  }

  function connect(attempt: number, downSinceMs: number): void {
    drop();
    become({ type: 'connecting', attempt, downSinceMs });
    const mine = open();
    socket = mine;
    // A socket that was given up may still speak: only the one we hold is listened to.
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onclose = (event) => mine === socket && lost(event.code);
    arm(OPEN_LIMIT_MS, () => lost(0));
  }

  function drop(): void {
    cancelTimer();
    const old = socket;
    socket = null;
    if (old === null) return;
    old.close();
  }

  function lost(code: number): void {
    const attempt = state.type === 'connecting' || state.type === 'waiting-to-retry' ? state.attempt : 0;
    const downSinceMs = state.type === 'connecting' ? state.downSinceMs : scheduler.nowMs();
    drop();
    if (code === closeCodes.loginEnded) {
      stop('login-ended');
      return;
    }
    if (code === closeCodes.rightsChanged) rightsChanged();
    const next = attempt + 1;
    const delayMs = backoffMs(next, random);
    become({ type: 'waiting-to-retry', attempt: next, downSinceMs, retryAtMs: scheduler.nowMs() + delayMs });
    arm(delayMs, () => connect(next, downSinceMs));
  }

  function stop(reason: StopReason): void {
    drop();
    become({ type: 'stopped', reason });
  }

  function receive(data: unknown): void {
    const frame = readFrame(data);
    // What cannot be read is not believed. If it was an entry, the next `current` shows that one is missing.
    if (frame === null) return;
    if (frame.type === 'hello') greeted(frame);
    else if (state.type === 'live') heard(frame);
  }

  function heard(frame: Exclude<DownFrame, { type: 'hello' }>): void {
    listenForSilence();
    if (frame.sessionId === undefined) return;
    if (frame.type === 'entries') watchers.get(frame.sessionId)?.entries(frame.entries);
    else if (frame.type === 'current') watchers.get(frame.sessionId)?.current(frame.lastSeq);
    // Anything else, `head-unknown` first of all, passes: no `current` comes, and the curtain falls by itself.
    else if (isRefusedForGood(frame.code)) refused(frame.sessionId, frame.code, frame.message);
  }

  function greeted(hello: Extract<DownFrame, { type: 'hello' }>): void {
    if (hello.minWire > WIRE_VERSION) {
      stop('page-too-old');
      return;
    }
    const clockOffsetMs = scheduler.nowMs() - Date.parse(hello.serverTime);
    listenForSilence();
    become({ type: 'live', epoch: hello.epoch, clockOffsetMs, build: hello.build });
    for (const [sessionId, watcher] of watchers)
      send({ type: 'subscribe', sessionId, after: watcher.after() });
  }

  function refused(sessionId: string, code: string, message: string): void {
    const watcher = watchers.get(sessionId);
    // Nothing more comes for it, so its silence must not be taken for a dead line.
    watchers.delete(sessionId);
    listenForSilence();
    watcher?.refused(code, message);
  }

  function listenForSilence(): void {
    // With nothing followed the server has no reason to speak.
    if (watchers.size === 0) cancelTimer();
    else arm(SILENCE_LIMIT_MS, () => lost(0));
  }

  function send(frame: UpFrame): void {
    socket?.send(JSON.stringify(frame));
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(sessionId, watcher) {
      watchers.set(sessionId, watcher);
      if (state.type === 'idle') connect(0, scheduler.nowMs());
      else if (state.type === 'live') {
        listenForSilence();
        send({ type: 'subscribe', sessionId, after: watcher.after() });
      }
      return () => {
        if (watchers.get(sessionId) !== watcher) return;
        watchers.delete(sessionId);
        if (state.type === 'live') {
          send({ type: 'unsubscribe', sessionId });
          listenForSilence();
        }
      };
    },
    catchUp(sessionId) {
      const watcher = watchers.get(sessionId);
      if (state.type !== 'live' || watcher === undefined) return;
      send({ type: 'unsubscribe', sessionId });
      send({ type: 'subscribe', sessionId, after: watcher.after() });
    },
    retryNow() {
      if (state.type === 'waiting-to-retry') connect(state.attempt, state.downSinceMs);
    },
    close() {
      drop();
      watchers.clear();
      become({ type: 'idle' });
    },
  };
}
