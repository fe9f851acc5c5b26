import { insightsSchema, type PastNarrowing } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

/** Thousands of sessions are reckoned in one question. */
const LIMIT_MS = 30_000;

export const insightsQuery = (filter: PastNarrowing) =>
  queryOptions({
    queryKey: ['insights', filter],
    queryFn: () =>
      call({ method: 'POST', path: '/insights', body: filter, reply: insightsSchema, limitMs: LIMIT_MS }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    retry: false,
  });
