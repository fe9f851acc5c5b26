import type { Session } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { getRecord } from '../clients/client-calls.ts';
import { searchSessions } from '../data/calls.ts';
import { type Compared, comparedOf } from './compared.ts';

/** The whole record of a session that is over, read once and folded; nothing is asked while it is not known or runs. */
export const comparedQuery = (id: string, session: Session | undefined) =>
  queryOptions({
    queryKey: ['sessions', 'compared', id, session?.lastSeq],
    enabled: session !== undefined && (session.status === 'ended' || session.status === 'signed'),
    queryFn: async (): Promise<Compared> => comparedOf(id, await getRecord(id), session?.plannedAt ?? ''),
  });

/** Sessions that are over, newest first: of one client, or of all. */
export const overQuery = (patientId: string | undefined) =>
  queryOptions({
    queryKey: ['sessions', 'over', patientId],
    queryFn: () =>
      searchSessions({
        status: ['ended', 'signed'],
        limit: 50,
        ...(patientId === undefined ? {} : { patientId }),
      }),
  });
