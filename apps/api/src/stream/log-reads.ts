import { may } from '@tandem/domain';
import { PAGE_ENTRIES } from '@tandem/wire';
import { and, eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import { sessions } from '../db/schema.ts';
import { within } from '../db/within.ts';
import { readEntries } from '../log/read.ts';
import { serveTo } from '../log/serve.ts';
import type { HubReads, WatchedHead } from './hub.ts';

/** Longer than the statement deadline of 5 s: until here the server itself may end it. A screen then asks anew. */
const READ_WITHIN_MS = 7_000;

/** What the hub asks of the database. */
export function logReads(sql: Sql, inClinic: InClinic): HubReads {
  return {
    heads: (sessionIds) =>
      within(
        READ_WITHIN_MS,
        sql<WatchedHead[]>`
          select clinic_id "clinicId", stream_id "sessionId", last_seq "lastSeq"
          from tandem.stream_heads where stream_id = any(${[...sessionIds]}::uuid[])`,
      ),
    page: ({ clinicId, sessionId, role, after }) => {
      const page = inClinic(clinicId, async (scope) => {
        const [session] = await scope.tx
          .select({ status: sessions.status })
          .from(sessions)
          .where(and(scope.own(sessions.clinicId), eq(sessions.id, sessionId)));
        if (session === undefined || !may(role, 'session.read', session.status)) return null;
        const read = await readEntries(scope, sessionId, { after, limit: PAGE_ENTRIES });
        if (read === null) return null;
        return { lastSeq: read.lastSeq, entries: await serveTo(scope, role, session.status, read.entries) };
      });
      return within(READ_WITHIN_MS, page);
    },
  };
}
