import type { SessionSearch } from '@tandem/wire';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getPatients, getPeople, getProtocols, getRooms, getSession, searchSessions } from './calls.ts';

/** Lists and past facts, cached by TanStack Query. A live session is never here: session-store owns it. */

export const patientsQuery = queryOptions({ queryKey: ['patients'], queryFn: getPatients });
export const protocolsQuery = queryOptions({ queryKey: ['protocols'], queryFn: getProtocols });
export const roomsQuery = queryOptions({ queryKey: ['rooms'], queryFn: getRooms });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: getPeople });

/** Plan, room and client of one session; what happens in it comes over the socket. */
export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['sessions', 'one', id], queryFn: () => getSession(id) });

/** Asked again so often that the board is never more than 5 seconds old while the server answers. */
export const BOARD_EVERY_MS = 3_000;

export const boardQuery = (filter: SessionSearch) =>
  queryOptions({
    queryKey: ['sessions', 'board', filter],
    queryFn: () => searchSessions(filter),
    refetchInterval: BOARD_EVERY_MS,
    retry: false,
  });

export const sessionPages = (filter: Omit<SessionSearch, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'pages', filter],
    queryFn: ({ pageParam }) =>
      searchSessions({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
