import type { Session } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePlan } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { words } from '../words/list-pages.ts';
import { backOf, type Move, patchOf } from './move.ts';

/** As long as the undo of a dose (ux.md 2.5). */
export const UNDO_MS = 15_000;

/** One step of the server's; its id is made once, so that sent again after silence it is one step. */
interface Asked {
  readonly id: string;
  readonly move: Move;
  readonly isUndo: boolean;
}

export type MoveState =
  | { readonly type: 'none' }
  | { readonly type: 'moving'; readonly move: Move }
  | { readonly type: 'moved'; readonly move: Move; readonly isUndo: boolean; readonly untilMs: number }
  | { readonly type: 'failed'; readonly sentence: string; readonly again: boolean };

export interface Moving {
  readonly state: MoveState;
  move(move: Move): void;
  /** Back to where it stood, if it still stands where it was put. */
  undo(sessions: readonly Session[]): void;
  again(): void;
  /** Says why a session does not move at all. */
  refuse(sentence: string): void;
  clear(): void;
}

/** Moves a planned session. What the grid shows is what the server has; this says what was asked of it. */
export function useMove(): Moving {
  const me = useMe();
  const queryClient = useQueryClient();
  const [state, setState] = useState<MoveState>({ type: 'none' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const sending = useMutation({
    mutationFn: ({ id, move }: Asked) => changePlan(move.sessionId, { id, ...patchOf(move) }, me.epoch),
    onSuccess: async (_, { move, isUndo }) => {
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
      setState({ type: 'moved', move, isUndo, untilMs: Date.now() + UNDO_MS });
    },
    onError: (error) =>
      setState({ type: 'failed', sentence: `${words.day.notMoved} ${sentenceOf(error)}`, again: true }),
  });

  function send(ask: Asked): void {
    setAsked(ask);
    setState({ type: 'moving', move: ask.move });
    sending.mutate(ask);
  }

  return {
    state,
    move: (move) => send({ id: crypto.randomUUID(), move, isUndo: false }),
    undo(sessions) {
      if (state.type !== 'moved') return;
      const { move } = state;
      const back = backOf(
        move,
        sessions.find(({ id }) => id === move.sessionId),
      );
      if (back === null) setState({ type: 'failed', sentence: words.day.notUndone, again: false });
      else send({ id: crypto.randomUUID(), move: back, isUndo: true });
    },
    again() {
      if (asked !== null) send(asked);
    },
    refuse: (sentence) => setState({ type: 'failed', sentence, again: false }),
    clear: () => setState({ type: 'none' }),
  };
}
