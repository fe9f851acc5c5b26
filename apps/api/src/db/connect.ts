import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema.ts';
import { type Target, watchedSocket } from './watched-socket.ts';

/** The database as the process uses it: one pool per role and duty, nothing with more rights than it needs. */
export interface Database {
  /** tandem_app: heads, hints and checks, in plain statements. */
  readonly app: Sql;
  /** tandem_app, one connection: the writer's flushes, so that reads never wait behind a batch. */
  readonly writer: Sql;
  /** tandem_auth: logins. */
  readonly auth: Sql;
  /** tandem_notes: process notes, which no other role can read; always inside a scope (`process-notes/scope.ts`). */
  readonly notes: Sql;
  /** tandem_app: typed queries, always inside a clinic scope (`clinic-scope.ts`). */
  readonly orm: PostgresJsDatabase<typeof schema>;
  /** Url of tandem_app, for the one LISTEN connection, which must never be pooled. */
  readonly appUrl: string;
  /** Url of tandem_backup, which reads everything and writes nothing: for backups alone, no pool stands open. */
  readonly backupUrl: string;
  close(): Promise<void>;
}

export interface RoleUrls {
  readonly app: string;
  readonly auth: string;
  readonly notes: string;
  readonly backup: string;
}

/** Every query has a deadline: a frozen database must not freeze the room (reliability.md, A6). */
const deadlines = { statement_timeout: 5_000, idle_in_transaction_session_timeout: 10_000 };

export function connect(urls: RoleUrls, options: { poolSize?: number } = {}): Database {
  const open = (url: string, max: number) =>
    postgres(url, {
      max,
      connection: { application_name: 'tandem', ...deadlines },
      onnotice: () => {},
      ...reconnecting(),
    });
  // A pool of its own: drizzle turns off the driver's reading of times on the pool it is given.
  const typed = open(urls.app, options.poolSize ?? 6);
  const app = open(urls.app, 2);
  const writer = open(urls.app, 1);
  const auth = open(urls.auth, 3);
  const notes = open(urls.notes, 2);
  return {
    app,
    writer,
    auth,
    notes,
    orm: drizzle(typed, { schema }),
    appUrl: urls.app,
    backupUrl: urls.backup,
    close: async () => {
      await Promise.all([typed, app, writer, auth, notes].map((sql) => sql.end({ timeout: 2 })));
    },
  };
}

export type ClinicTx = Parameters<Parameters<PostgresJsDatabase<typeof schema>['transaction']>[0]>[0];

/**
 * Settings of every connection that must come back by itself. The driver's own waits between tries grow to 20 s,
 * which would leave a screen stale for as long after the database is there again; these do not grow.
 */
export function reconnecting(): object {
  let tries = 0;
  return {
    // With the wait between two tries under the 5 s in which a screen is current again once the database is there.
    connect_timeout: 3,
    backoff: () => 0.25 + Math.random() * 0.5,
    // The driver's documented `socket` setting, which its types leave out. Several hosts are tried in turn.
    socket: ({ host, port, path }: { host: string[]; port: number[]; path?: string }) => {
      const at = tries % host.length;
      tries += 1;
      return watchedSocket({ host: host[at], port: port[at], path } as Target);
    },
  };
}
