import { openedSchema, openingSchema, openingsReplySchema } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

/** The same id again is the same opening. */
export const openWithReason = (sessionId: string, body: { id: string; reason: string }, epoch: Epoch) =>
  call({ method: 'POST', path: `/sessions/${sessionId}/break-glass`, body, reply: openedSchema, epoch });

/** Asked again so often that a lead hears of one within 5 seconds. */
export const openingsQuery = queryOptions({
  queryKey: ['break-glass'],
  queryFn: () => call({ method: 'GET', path: '/break-glass', reply: openingsReplySchema }),
  refetchInterval: 3_000,
  retry: false,
});

export const reviewOpening = (id: string, word: string, epoch: Epoch) =>
  call({
    method: 'POST',
    path: `/break-glass/${id}/review`,
    body: word === '' ? {} : { word },
    reply: openingSchema,
    epoch,
  });
