import { drillSchema, drillScoreSchema, drillsReplySchema, type NewDrill } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

const EVERY_MS = 3_000;

export const drillsQuery = queryOptions({
  queryKey: ['drills'],
  queryFn: () => call({ method: 'GET', path: '/drills', reply: drillsReplySchema }),
  refetchInterval: EVERY_MS,
  retry: false,
});

/** A drill that is over changes no more. */
export const drillQuery = (id: string) =>
  queryOptions({
    queryKey: ['drills', id],
    queryFn: () => call({ method: 'GET', path: `/drills/${id}`, reply: drillScoreSchema }),
    refetchInterval: ({ state }) => (state.data?.drill.status === 'ended' ? false : EVERY_MS),
    retry: false,
  });

/** The same id again is the same drill. */
export const startDrill = (body: NewDrill, epoch: string) =>
  call({ method: 'POST', path: '/drills', body, reply: drillSchema, epoch });

export const stopDrill = (id: string, epoch: string) =>
  call({ method: 'POST', path: `/drills/${id}/stop`, body: {}, reply: drillSchema, epoch });
