import type { BoardSession } from '@tandem/wire';
import { type Currency, createCurrencyWatch } from './currency.ts';
import type { Scheduler } from './scheduler.ts';
import type { SessionSocket } from './session-socket.ts';

export interface BoardView {
  /** Every session in progress of this clinic, by its id; null before the first board. */
  readonly lines: ReadonlyMap<string, BoardSession> | null;
  readonly currency: Currency;
  /** Device clock of the last time that a session came or went. */
  readonly sessionsSinceMs: number;
}

export interface BoardStore {
  view(): BoardView;
  subscribe(listener: () => void): () => void;
  close(): void;
}

export interface BoardParts {
  readonly socket: Pick<SessionSocket, 'watchBoard'>;
  readonly scheduler: Scheduler;
}

/** The only owner of what Today shows of running sessions. */
export function createBoardStore({ socket, scheduler }: BoardParts): BoardStore {
  const currency = createCurrencyWatch(scheduler, () => changed());
  let lines: BoardView['lines'] = null;
  let sessionsSinceMs = scheduler.nowMs();
  const listeners = new Set<() => void>();
  let view = look();

  function look(): BoardView {
    return { lines, currency: currency.now(), sessionsSinceMs };
  }

  function changed(): void {
    view = look();
    for (const listener of listeners) listener();
  }

  const unwatch = socket.watchBoard({
    board(sessions) {
      const next = new Map(sessions.map((session) => [session.sessionId, session]));
      const same =
        lines !== null && lines.size === next.size && [...next.keys()].every((id) => lines?.has(id));
      if (!same) sessionsSinceMs = scheduler.nowMs();
      lines = next;
      changed();
    },
    current: currency.heard,
    doubted: currency.doubt,
  });

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      currency.close();
      unwatch();
      listeners.clear();
    },
  };
}
