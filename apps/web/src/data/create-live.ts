import type { Me } from '@tandem/wire';
import { type BoardStore, createBoardStore } from './board-store.ts';
import { openSocket } from './browser-socket.ts';
import { createHeld } from './held.ts';
import type { Outbox } from './outbox-types.ts';
import { createPresenceStore, type PresenceStore } from './presence-store.ts';
import { browserScheduler as scheduler } from './scheduler.ts';
import { createSessionSocket, type SessionSocket } from './session-socket.ts';
import type { createSessionStore, SessionStore } from './session-store.ts';

/** Everything live of one person in one role on one database. */
export interface Live {
  readonly me: Me;
  readonly socket: SessionSocket;
  /** `create` is brought by whoever shows a session: a page without one does without the whole clinical language. */
  storeOf(sessionId: string, create: typeof createSessionStore): SessionStore;
  presenceOf(sessionId: string): PresenceStore;
  /** Keeps a session followed until the answer is called, and a little longer. */
  hold(sessionId: string): () => void;
  board(): BoardStore;
  holdBoard(): () => void;
  /** A person touched this page. */
  used(): void;
  close(): void;
}

export function createLive(me: Me, outbox: Outbox, rightsChanged: () => void): Live {
  const socket = createSessionSocket({ open: openSocket, scheduler, random: Math.random, rightsChanged });
  const author = { id: me.person.id, name: me.person.name, role: me.role };
  /** Of the room on the screen: touching the page is use of that one alone. */
  const onScreen = new Map<string, PresenceStore>();
  const rooms = createHeld((sessionId) => {
    let store: SessionStore | null = null;
    const presence = createPresenceStore({ sessionId, socket, outbox, scheduler, personId: author.id });
    const storeBy = (create: typeof createSessionStore) => {
      store ??= create({ sessionId, socket, outbox, scheduler, author });
      return store;
    };
    const close = () => {
      presence.close();
      store?.close();
    };
    return { storeBy, presence, close };
  }, scheduler);
  const boards = createHeld(() => createBoardStore({ socket, scheduler }), scheduler);

  return {
    me,
    socket,
    storeOf: (sessionId, create) => rooms.of(sessionId).storeBy(create),
    presenceOf: (sessionId) => rooms.of(sessionId).presence,
    hold(sessionId) {
      const { presence } = rooms.of(sessionId);
      const letGo = rooms.hold(sessionId);
      onScreen.set(sessionId, presence);
      return () => {
        onScreen.delete(sessionId);
        presence.writes(null);
        letGo();
      };
    },
    board: () => boards.of(''),
    holdBoard: () => boards.hold(''),
    used() {
      for (const presence of onScreen.values()) presence.used();
    },
    close() {
      rooms.close();
      boards.close();
      socket.close();
    },
  };
}
