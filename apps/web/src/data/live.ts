import type { Me } from '@tandem/wire';
import { setClockOffset } from './clock.ts';
import { sendEntry } from './entry-transport.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { memoryShelf } from './outbox-shelf.ts';
import { browserScheduler } from './scheduler.ts';
import { createSessionSocket, type SessionSocket } from './session-socket.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import type { SocketLike } from './socket-states.ts';

export interface LiveEvents {
  /** The server says that the login has ended. */
  signedOut(): void;
  /** Rights changed or the database was restored: who is this, in which role, on which database? */
  askWhoAgain(): void;
}
let events: LiveEvents = { signedOut() {}, askWhoAgain() {} };

/** Set once, by the router. */
export function onLiveEvents(handlers: LiveEvents): void {
  events = handlers;
}

/** One outbox for the life of the page: it outlives a login, a role and a restored database. */
export const outbox: Outbox = createOutbox({
  send: async (item) => {
    const outcome = await sendEntry(item);
    if (outcome.type === 'signed-out') events.signedOut();
    return outcome;
  },
  shelf: memoryShelf(),
  scheduler: browserScheduler,
  random: Math.random,
});

/** Everything live of one person in one role on one database. */
export interface Live {
  readonly me: Me;
  readonly socket: SessionSocket;
  storeOf(sessionId: string): SessionStore;
  /** Keeps a session followed until the answer is called, and a little longer: people step out and back in. */
  hold(sessionId: string): () => void;
}

const LINGER_MS = 20_000;
let current: (Live & { readonly key: string; close(): void }) | null = null;

/** The live part for this person; another person, role or database closes the one before. */
export function liveFor(me: Me): Live {
  const key = `${me.person.id} ${me.role} ${me.epoch}`;
  if (current?.key === key && !loginEnded(current)) return current;
  current?.close();
  current = { key, ...createLive(me) };
  outbox.speakAs({ personId: me.person.id, role: me.role });
  return current;
}

/** Nobody is signed in any more. What is not sent stays until its author is back. */
export function endLive(): void {
  current?.close();
  current = null;
  outbox.speakAs(null);
}

function loginEnded({ socket }: Live): boolean {
  const state = socket.state();
  return state.type === 'stopped' && state.reason === 'login-ended';
}

function createLive(me: Me): Live & { close(): void } {
  const scheduler = browserScheduler;
  const socket = createSessionSocket({
    open: openSocket,
    scheduler,
    random: Math.random,
    rightsChanged: () => events.askWhoAgain(),
  });
  socket.subscribe(() => heed(socket, me));
  const stores = new Map<string, { store: SessionStore; holders: number; cancelClose: () => void }>();
  const author = { id: me.person.id, name: me.person.name, role: me.role };

  function slotOf(sessionId: string) {
    const known = stores.get(sessionId);
    if (known !== undefined) return known;
    const store = createSessionStore({ sessionId, socket, outbox, scheduler, author });
    const slot = { store, holders: 0, cancelClose: () => {} };
    stores.set(sessionId, slot);
    return slot;
  }

  return {
    me,
    socket,
    storeOf: (sessionId) => slotOf(sessionId).store,
    hold(sessionId) {
      const slot = slotOf(sessionId);
      slot.holders += 1;
      slot.cancelClose();
      return () => {
        slot.holders -= 1;
        if (slot.holders > 0) return;
        slot.cancelClose = scheduler.after(LINGER_MS, () => {
          slot.store.close();
          stores.delete(sessionId);
        });
      };
    },
    close() {
      for (const { store, cancelClose } of stores.values()) {
        cancelClose();
        store.close();
      }
      stores.clear();
      socket.close();
    },
  };
}

function heed(socket: SessionSocket, me: Me): void {
  const state = socket.state();
  if (state.type === 'stopped' && state.reason === 'login-ended') events.signedOut();
  if (state.type !== 'live') return;
  setClockOffset(state.clockOffsetMs);
  outbox.retryNow();
  // A restored database: what was folded here may no longer be in the log. The new epoch reads it all again.
  if (state.epoch !== me.epoch) events.askWhoAgain();
}

function openSocket(): SocketLike {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/live`);
  const like: SocketLike = {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    onmessage: null,
    onclose: null,
  };
  socket.onmessage = (event) => like.onmessage?.(event);
  socket.onclose = (event) => like.onclose?.(event);
  return like;
}

window.addEventListener('online', () => {
  current?.socket.retryNow();
  outbox.retryNow();
});

// The outbox lives in this page only: closing it now would lose what the server does not have yet.
window.addEventListener('beforeunload', (event) => {
  if (outbox.items().some((item) => item.status !== 'stored')) event.preventDefault();
});
