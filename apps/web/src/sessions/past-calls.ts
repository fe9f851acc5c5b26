import {
  type PastExport,
  type PastNarrowing,
  type PastSearch,
  pastFactsSchema,
  pastReplySchema,
} from '@tandem/wire';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, granted } from '../data/api.ts';

const PAGE_SIZE = 50;

/** Asked when something was chosen or the person wants it, and by no clock: looking for words is kept in the audit. */
const whenAsked = {
  staleTime: 30_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
} as const;

export const pastPages = (search: PastSearch) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'past', search],
    queryFn: ({ pageParam }) =>
      call({
        method: 'POST',
        path: '/past-sessions/search',
        body: { ...search, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        reply: pastReplySchema,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...whenAsked,
  });

export const pastFactsQuery = (filter: PastNarrowing) =>
  queryOptions({
    queryKey: ['sessions', 'past-facts', filter],
    queryFn: () =>
      call({ method: 'POST', path: '/past-sessions/facts', body: filter, reply: pastFactsSchema }),
    ...whenAsked,
  });

/** A file of thousands of rows takes the server seconds. */
const FILE_LIMIT_MS = 60_000;

/** Exactly what is filtered, in the same order, and how many rows it has. */
export async function exportPast(
  search: PastExport,
  epoch: string,
): Promise<{ readonly file: Blob; readonly rows: number }> {
  const path = '/past-sessions/export';
  const reply = await granted({ method: 'POST', path, body: search, epoch, limitMs: FILE_LIMIT_MS });
  return { file: await reply.blob(), rows: Number(reply.headers.get('tandem-rows')) };
}

/** One session's own file. */
export async function exportOne(sessionId: string, format: 'fhir' | 'pdf'): Promise<Blob> {
  const path = `/sessions/${sessionId}/export?format=${format}&purpose=treatment`;
  return (await granted({ method: 'GET', path, limitMs: FILE_LIMIT_MS })).blob();
}
