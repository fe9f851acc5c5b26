import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { refusedAs } from '../data/api.ts';
import { useLive } from '../data/live-hooks.ts';
import { useMe } from '../data/me.ts';
import { sessionQuery } from '../data/queries.ts';
import { createSessionStore } from '../data/session-store.ts';
import { openWithReason } from './break-glass-calls.ts';

/** Opens a session with a reason, and shows it again from where it stood: what was typed in it is still there. */
export function useOpening(sessionId: string) {
  const { epoch } = useMe();
  const live = useLive();
  const queryClient = useQueryClient();
  // Pressed again after no answer it is the same opening; another reason is another one.
  const sent = useRef({ id: '', reason: '' });
  return useMutation({
    // Without a network it has to say so at once.
    networkMode: 'always',
    mutationFn: async (reason: string) => {
      if (sent.current.reason !== reason) sent.current = { id: crypto.randomUUID(), reason };
      try {
        await openWithReason(sessionId, sent.current, epoch);
      } catch (error) {
        // Put on the team meanwhile, or the clinic turned it off: the door is open.
        if (refusedAs(error) !== 'break-glass-not-needed') throw error;
      }
    },
    onSuccess: async () => {
      sent.current = { id: '', reason: '' };
      const store = live.storeOf(sessionId, createSessionStore);
      if (store.view().refusal !== null) store.followAgain();
      await queryClient.invalidateQueries(sessionQuery(sessionId));
    },
  });
}
