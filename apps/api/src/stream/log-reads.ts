import { may, type SessionStatus } from '@tandem/domain';
import { PAGE_ENTRIES } from '@tandem/wire';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import { within } from '../db/within.ts';
import { entryOf, type LogRow } from '../log/rows.ts';
import { serveTo } from '../log/serve.ts';
import { groupBy } from '../log/statements.ts';
import { readsEverything } from '../log/visible.ts';
import type { HubReads, WatchedHead } from './hub.ts';
import type { Reader } from './pages.ts';

/** Longer than the statement deadline of 5 s: until here the server itself may end it. A screen then asks anew. */
const READ_WITHIN_MS = 7_000;
/** Sessions read by one statement: enough for a hint of many, few enough that a long answer holds up nobody for long. */
const AT_ONCE = 32;

/** What the hub asks of the database. */
export function logReads(sql: Sql, inClinic: InClinic): HubReads {
  const logs = new LogReads(sql);
  return {
    heads: (sessionIds) =>
      within(
        READ_WITHIN_MS,
        sql<WatchedHead[]>`
          select clinic_id "clinicId", stream_id "sessionId", last_seq "lastSeq"
          from tandem.stream_heads where stream_id = any(${[...sessionIds]}::uuid[])`,
      ),
    page: (reader) =>
      within(
        READ_WITHIN_MS,
        logs.after(reader).then((log) => served(inClinic, reader, log)),
      ),
  };
}

/** Who may not read every kind asks for more, to know what to leave out. */
async function served(inClinic: InClinic, { clinicId, role }: Reader, rows: readonly PageRow[]) {
  const [first] = rows;
  if (first === undefined || !may(role, 'session.read', first.status)) return null;
  const { status, headSeq } = first;
  // A session with nothing new is one row without an entry.
  const entries = rows.filter(({ id }) => id !== null).map(entryOf);
  if (readsEverything(role, status)) return { lastSeq: headSeq, entries };
  const seen = await inClinic(clinicId, (scope) => serveTo(scope, role, status, entries));
  return { lastSeq: headSeq, entries: seen };
}

interface PageRow extends LogRow {
  /** Among the sessions asked for, from 1. */
  readonly place: number;
  readonly status: SessionStatus;
  readonly headSeq: number;
}

interface Waiting {
  readonly reader: Reader;
  readonly resolve: (rows: PageRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Readings asked for in the same moment, as after a hint that names many sessions, go to the database together. */
class LogReads {
  private waiting: Waiting[] = [];

  constructor(private readonly sql: Sql) {}

  /** @returns a row for each entry, one without an entry when nothing is new, none when there is no such session */
  after(reader: Reader): Promise<PageRow[]> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) queueMicrotask(() => this.ask());
      this.waiting.push({ reader, resolve, reject });
    });
  }

  private ask(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const ofClinic of groupBy(waiting, ({ reader }) => reader.clinicId).values())
      for (let at = 0; at < ofClinic.length; at += AT_ONCE) void this.read(ofClinic.slice(at, at + AT_ONCE));
  }

  private async read(asked: readonly Waiting[]): Promise<void> {
    const readers = asked.map(({ reader }) => reader);
    const [{ clinicId }] = readers as [Reader, ...Reader[]];
    try {
      const rows = await this.sql<PageRow[]>`
        select * from tandem.logs_after(${clinicId}::uuid, ${readers.map(({ sessionId }) => sessionId)}::uuid[],
          ${readers.map(({ after }) => after)}::int[], ${PAGE_ENTRIES}::int)`;
      const byPlace = groupBy(rows, ({ place }) => String(place));
      for (const [at, { resolve }] of asked.entries()) resolve(byPlace.get(String(at + 1)) ?? []);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
