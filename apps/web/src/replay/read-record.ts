import type { Entry } from '@tandem/domain';
import { queryOptions } from '@tanstack/react-query';
import { getEntries } from '../clients/client-calls.ts';

/** The whole record of one session, page by page; `read` hears how far it is. Kept while the page is open. */
export const recordQuery = (sessionId: string, read: (entries: number) => void) =>
  queryOptions({
    queryKey: ['sessions', 'record', sessionId],
    queryFn: async (): Promise<readonly Entry[]> => {
      const all: Entry[] = [];
      for (;;) {
        const { entries, lastSeq } = await getEntries(sessionId, all.length);
        all.push(...(entries as readonly Entry[]));
        read(all.length);
        if (entries.length === 0 || all.length >= lastSeq) return all;
      }
    },
    staleTime: 0,
    gcTime: 0,
  });
