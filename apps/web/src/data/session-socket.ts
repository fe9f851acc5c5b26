import type { DownFrame } from '@tandem/wire';
import { createSocketLine } from './socket-line.ts';
import type {
  BoardWatcher,
  ConnectionState,
  Doubt,
  LineParts,
  OwnPresence,
  PresenceListener,
  Watcher,
} from './socket-states.ts';

export interface SessionSocket {
  state(): ConnectionState;
  /** False while the server says that its database takes no writes: what is on the screen is current all the same. */
  canSave(): boolean;
  subscribe(listener: () => void): () => void;
  /** Follows a session until the answer is called; reconnects by itself and goes on after `watcher.after()`. */
  watch(sessionId: string, watcher: Watcher): () => void;
  /** Follows the sessions in progress until the answer is called. */
  watchBoard(watcher: BoardWatcher): () => void;
  /** Who else has this session open, as long as it is followed. */
  onPresence(sessionId: string, listener: PresenceListener): () => void;
  /** What the others see of this screen; said again whenever the session is followed anew. */
  present(sessionId: string, own: OwnPresence): void;
  /** Asks again for what came after `watcher.after()`: something is missing. */
  catchUp(sessionId: string): void;
  /** The network is back: does not wait for the rest of a back-off. */
  retryNow(): void;
  /** Someone looks at this page again. `frozen`: the browser says that it did not run meanwhile. */
  woke(frozen: boolean): void;
  close(): void;
}

export type SocketParts = Pick<LineParts, 'open' | 'scheduler' | 'random' | 'rightsChanged'>;

/** One socket for all sessions of this page. Every frame is checked against the wire before it is believed. */
export function createSessionSocket(parts: SocketParts): SessionSocket {
  const watchers = new Map<string, Watcher>();
  const present = new Map<string, OwnPresence>();
  const rooms = new Map<string, PresenceListener>();
  let board: BoardWatcher | null = null;
  const listeners = new Set<() => void>();
  let canSave = true;
  const line = createSocketLine({
    ...parts,
    expectsWords: () => watchers.size > 0 || board !== null,
    greeted() {
      for (const sessionId of watchers.keys()) follow(sessionId);
      if (board !== null) line.send({ type: 'subscribe-board' });
    },
    heard,
    stoodStill: () => everyoneDoubts('stood-still'),
    changed() {
      const state = line.state();
      if (state.type === 'stopped' && state.reason === 'page-too-old') everyoneDoubts('too-old');
      changed();
    },
  });

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function saves(can: boolean): void {
    if (can === canSave) return;
    canSave = can;
    changed();
  }

  function follow(sessionId: string): void {
    const watcher = watchers.get(sessionId);
    if (watcher === undefined) return;
    line.send({ type: 'subscribe', sessionId, after: watcher.after() });
    const own = present.get(sessionId);
    if (own !== undefined) line.send({ type: 'presence', sessionId, ...own });
  }

  function everyoneDoubts(why: Doubt): void {
    for (const watcher of watchers.values()) watcher.doubted(why);
    board?.doubted(why);
  }

  function heard(frame: Parameters<LineParts['heard']>[0]): void {
    switch (frame.type) {
      case 'entries': {
        const last = frame.entries.at(-1);
        if (last !== undefined) line.sawServerTime(Date.parse(last.recordedAt));
        watchers.get(frame.sessionId)?.entries(frame.entries);
        break;
      }
      case 'current':
        watchers.get(frame.sessionId)?.current(frame.lastSeq, line.ageMs(frame.heard));
        saves(frame.saving !== false);
        break;
      case 'presence':
        rooms.get(frame.sessionId)?.(frame.people);
        break;
      case 'board':
        board?.board(frame.sessions);
        break;
      case 'board-current':
        board?.current(line.ageMs(frame.heard));
        saves(frame.saving !== false);
        break;
      case 'error':
        told(frame);
        break;
    }
  }

  /** A doubt leaves no `current`, and the curtain falls by itself; only a refusal for good ends anything. */
  function told({ code, message, sessionId, lasting }: Extract<DownFrame, { type: 'error' }>): void {
    const watcher = sessionId === undefined ? undefined : watchers.get(sessionId);
    if (code === 'head-unknown') (sessionId === undefined ? board : watcher)?.doubted('database');
    else if (code === 'cursor-ahead') watcher?.doubted('ahead');
    else if (sessionId !== undefined && lasting === true) {
      // Nothing more comes for it, so its silence must not be taken for a dead line.
      watchers.delete(sessionId);
      line.listenForSilence();
      watcher?.refused(code, message);
    }
  }

  return {
    state: line.state,
    canSave: () => canSave,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(sessionId, watcher) {
      watchers.set(sessionId, watcher);
      line.start();
      line.listenForSilence();
      follow(sessionId);
      return () => {
        if (watchers.get(sessionId) !== watcher) return;
        watchers.delete(sessionId);
        present.delete(sessionId);
        line.send({ type: 'unsubscribe', sessionId });
        line.listenForSilence();
      };
    },
    watchBoard(watcher) {
      board = watcher;
      line.start();
      line.listenForSilence();
      line.send({ type: 'subscribe-board' });
      return () => {
        if (board !== watcher) return;
        board = null;
        line.send({ type: 'unsubscribe-board' });
        line.listenForSilence();
      };
    },
    onPresence(sessionId, listener) {
      rooms.set(sessionId, listener);
      return () => {
        if (rooms.get(sessionId) === listener) rooms.delete(sessionId);
      };
    },
    present(sessionId, own) {
      if (!watchers.has(sessionId)) return;
      present.set(sessionId, own);
      line.send({ type: 'presence', sessionId, ...own });
    },
    catchUp(sessionId) {
      line.send({ type: 'unsubscribe', sessionId });
      follow(sessionId);
    },
    retryNow: line.retryNow,
    woke: line.woke,
    close() {
      watchers.clear();
      board = null;
      line.close();
    },
  };
}
