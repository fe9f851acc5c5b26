import { queryOptions } from '@tanstack/react-query';
import { getRecord } from '../clients/client-calls.ts';

/** The whole record of one session; `read` hears how far it is. Kept while the page is open. */
export const recordQuery = (sessionId: string, read: (entries: number) => void) =>
  queryOptions({
    queryKey: ['sessions', 'record', sessionId],
    queryFn: () => getRecord(sessionId, read),
    staleTime: 0,
    gcTime: 0,
  });
