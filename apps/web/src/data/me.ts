import { may, type Operation, type SessionStatus } from '@tandem/domain';
import type { SignedInAs } from '@tandem/wire';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMe } from './calls.ts';

/** Who is signed in, the role they act in, what they may do. 401 leads to the sign-in page. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: getMe,
  staleTime: 60_000,
  // A clinic that turns offline mode off is obeyed by rooms that stay open for hours, and at once after an outage.
  refetchInterval: 60_000,
  refetchOnReconnect: 'always',
  retry: false,
});

/** Inside the signed-in part of the page only: the route has loaded it already. */
export function useMe(): SignedInAs {
  return useSuspenseQuery(meQuery).data;
}

/** May the person, in the role they act in, do this (to a session in this status)? The server decides; this hides. */
export function useMay(): (operation: Operation, status?: SessionStatus) => boolean {
  const me = useMe();
  return (operation, status) => me.may.includes(operation) && may(me.role, operation, status);
}
