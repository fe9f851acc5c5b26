import { useQueryClient } from '@tanstack/react-query';
import { consentsQuery } from '../data/consent-calls.ts';
import { lastingAnswersQuery } from './client-calls.ts';

/** Asks again for what a changed consent shows in: the client's page, and the checklist of a room. */
export function useConsentsChanged(clientId: string): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [consentsQuery(clientId), lastingAnswersQuery(clientId)].map(({ queryKey }) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
}
