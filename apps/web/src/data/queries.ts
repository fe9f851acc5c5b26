import type { SessionSearch } from '@tandem/wire';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getPeople, getProtocols, getRooms, getSession, searchSessions } from './calls.ts';

/** Lists and past facts, cached by TanStack Query. A live session is never here: session-store owns it. */

export const protocolsQuery = queryOptions({ queryKey: ['protocols'], queryFn: getProtocols });
export const roomsQuery = queryOptions({ queryKey: ['rooms'], queryFn: getRooms });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: getPeople });

/** Plan, room and client of one session; what happens in it comes over the socket. */
export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['sessions', 'one', id], queryFn: () => getSession(id) });

/** Asked again so often that a list is never more than 5 seconds old while the server answers. */
const LIST_EVERY_MS = 3_000;

const listQuery = (filter: SessionSearch) =>
  queryOptions({
    queryKey: ['sessions', 'board', filter],
    queryFn: () => searchSessions(filter),
    refetchInterval: LIST_EVERY_MS,
    retry: false,
  });

export const plannedQuery = (from: string) => listQuery({ status: ['planned'], from, limit: 200 });
/** Training is never signed for: it would crowd out the records that wait. */
const records = ['live', 'transcribed', 'demo'] as const;
export const toSignQuery = listQuery({ status: ['ended'], origin: [...records], limit: 50 });

/** Who, where and with whom, of the sessions in progress; what happens in them comes over the socket. */
export const runningQuery = listQuery({ status: ['in-progress'], limit: 200 });

/** Pages that a list asks again by itself; longer lists are asked again when the person wants it. */
export const PAGES_ASKED_AGAIN = 2;

export const sessionPages = (filter: Omit<SessionSearch, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'pages', filter],
    queryFn: ({ pageParam }) =>
      searchSessions({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) <= PAGES_ASKED_AGAIN ? LIST_EVERY_MS : false,
  });
