import { type NewRedaction, redactionRequestSchema, redactionsReplySchema } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

export const removalsQuery = queryOptions({
  queryKey: ['redactions'],
  queryFn: () => call({ method: 'GET', path: '/redactions', reply: redactionsReplySchema }),
  refetchInterval: 10_000,
  retry: false,
});

/** The same id again is the same request. */
export const askRemoval = (sessionId: string, body: NewRedaction, epoch: string) =>
  call({
    method: 'POST',
    path: `/sessions/${sessionId}/redactions`,
    body,
    reply: redactionRequestSchema,
    epoch,
  });

export const decideRemoval = (id: string, agree: boolean, epoch: string) =>
  call({
    method: 'POST',
    path: `/redactions/${id}/decide`,
    body: { agree },
    reply: redactionRequestSchema,
    epoch,
  });
