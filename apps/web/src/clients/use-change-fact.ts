import type { ClientFact, Contact } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { useMe } from '../data/me.ts';
import { changeFact, clientFactsQuery } from './client-calls.ts';

/**
 * Writes a list of what is known of a client. The same list sent again after silence is one version; when somebody
 * else was quicker, theirs is read, what was typed stays, and the next try is made knowing it.
 */
export function useChangeFact(clientId: string, fact: ClientFact, revision: number, onDone: () => void) {
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const sent = useRef({ spelled: '', id: '' });
  const [seen, setSeen] = useState(revision);
  const { queryKey } = clientFactsQuery(clientId);
  return useMutation({
    mutationFn: (items: string[] | Contact[]) => {
      const spelled = JSON.stringify(items);
      if (sent.current.spelled !== spelled) sent.current = { spelled, id: crypto.randomUUID() };
      const body = { id: sent.current.id, items, seenRevision: seen };
      return changeFact(clientId, fact, body as Parameters<typeof changeFact>[2], epoch);
    },
    onSuccess: async (facts) => {
      queryClient.setQueryData(queryKey, facts);
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['patients'] });
    },
    onError: async (error) => {
      if (refusedAs(error) !== 'entry-changed') return;
      const { [fact]: versions } = await queryClient.fetchQuery({
        ...clientFactsQuery(clientId),
        staleTime: 0,
      });
      setSeen(versions[0]?.revision ?? 0);
    },
  });
}
