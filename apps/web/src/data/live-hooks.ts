import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { BoardView } from './board-store.ts';
import type { Live } from './create-live.ts';
import { outbox } from './live.ts';
import type { OutboxItem, Waiting } from './outbox-shelf.ts';
import type { Keeping } from './outbox-types.ts';
import type { SeenPerson } from './presence-store.ts';
import type { ConnectionState } from './socket-states.ts';

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('outside the signed-in part of the page');
  return live;
}

/** Who has this session open, while someone holds it. */
export function usePeopleHere(sessionId: string): readonly SeenPerson[] {
  const presence = useLive().presenceOf(sessionId);
  return useSyncExternalStore(presence.subscribe, presence.people);
}

/** The sessions in progress as they are: follows them while the caller is on the screen. */
export function useBoardView(): BoardView {
  const live = useLive();
  useEffect(() => live.holdBoard(), [live]);
  const board = live.board();
  return useSyncExternalStore(board.subscribe, board.view);
}

export function useConnection(): ConnectionState {
  const { socket } = useLive();
  return useSyncExternalStore(socket.subscribe, socket.state);
}

/** Does the server keep what is sent to it? As it said last. */
export function useCanSave(): boolean {
  const { socket } = useLive();
  return useSyncExternalStore(socket.subscribe, socket.canSave);
}

export function useOthersWaiting(): readonly Waiting[] {
  return useSyncExternalStore(outbox.subscribe, outbox.others);
}

export function useKeeping(): Keeping {
  return useSyncExternalStore(outbox.subscribe, outbox.keeping);
}

export function useOutboxItems(): readonly OutboxItem[] {
  return useSyncExternalStore(outbox.subscribe, outbox.items);
}
