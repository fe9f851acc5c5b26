import { may, type SessionStatus } from '@tandem/domain';
import { PAGE_ENTRIES } from '@tandem/wire';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import type { Database } from '../db/connect.ts';
import { within } from '../db/within.ts';
import { entryOf, LOG_COLUMNS, LOG_SOURCE, type LogRow } from '../log/rows.ts';
import { serveTo } from '../log/serve.ts';
import { enterClinic, sent } from '../log/statements.ts';
import { readsEverything } from '../log/visible.ts';
import type { HubReads, WatchedHead } from './hub.ts';
import type { Reader } from './pages.ts';

/** Longer than the statement deadline of 5 s: until here the server itself may end it. A screen then asks anew. */
const READ_WITHIN_MS = 7_000;

/** What the hub asks of the database. */
export function logReads({ app, screens }: Pick<Database, 'app' | 'screens'>, inClinic: InClinic): HubReads {
  return {
    heads: (sessionIds) =>
      within(
        READ_WITHIN_MS,
        app<WatchedHead[]>`
          select clinic_id "clinicId", stream_id "sessionId", last_seq "lastSeq"
          from tandem.stream_heads where stream_id = any(${[...sessionIds]}::uuid[])`,
      ),
    page: (reader) => within(READ_WITHIN_MS, readPage(screens, inClinic, reader)),
  };
}

async function readPage(sql: Sql, inClinic: InClinic, reader: Reader) {
  const { clinicId, role } = reader;
  const { status, lastSeq, rows } = await readTogether(sql, reader, inClinic.filters);
  if (status === undefined || lastSeq === undefined || !may(role, 'session.read', status)) return null;
  const read = rows.map(entryOf);
  const entries = readsEverything(role, status)
    ? read
    : await inClinic(clinicId, (scope) => serveTo(scope, role, status, read));
  return { lastSeq, entries };
}

/**
 * Status, head and entries in one volley: one after the other they were six waits for the database, with each entry for
 * each room that is watched at another process than it is written at. Statements of a transaction that failed fail as
 * well, and its commit ends it.
 */
async function readTogether(sql: Sql, { clinicId, sessionId, after }: Reader, filters: boolean) {
  const connection = await sql.reserve();
  try {
    const own = (column: string) =>
      filters ? connection`and ${connection(column)} = ${clinicId}` : connection``;
    const [, , status, head, rows] = await Promise.all([
      sent(connection`begin read only`),
      sent(enterClinic(connection, clinicId)),
      sent(connection<{ status: SessionStatus }[]>`
        select status from tandem.sessions where id = ${sessionId} ${own('clinic_id')}`),
      sent(connection<{ lastSeq: number }[]>`
        select last_seq "lastSeq" from tandem.stream_heads
        where stream_id = ${sessionId} and clinic_id = ${clinicId}`),
      sent(connection<LogRow[]>`
        select ${connection.unsafe(LOG_COLUMNS)} from ${connection.unsafe(LOG_SOURCE)}
        where e.stream_id = ${sessionId} and e.seq > ${after} ${own('e.clinic_id')}
        order by e.seq limit ${PAGE_ENTRIES}`),
      sent(connection`commit`),
    ]);
    return { status: status[0]?.status, lastSeq: head[0]?.lastSeq, rows };
  } finally {
    connection.release();
  }
}
