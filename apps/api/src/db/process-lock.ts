import postgres, { type Sql } from 'postgres';

/** A number that nothing else in a Tandem database locks with. */
const SPACE = 0x7a3d;
const keys = { mover: 1, backup: 2 } as const;

/**
 * One process for each duty and database: an advisory lock of one connection of its own. When that connection ends,
 * however it ends, the lock is free for another process.
 */
export class ProcessLock {
  private readonly sql: Sql;
  private readonly key: number;

  constructor(databaseUrl: string, duty: keyof typeof keys) {
    this.key = keys[duty];
    this.sql = postgres(databaseUrl, {
      max: 1,
      connect_timeout: 5,
      // The driver would renew the connection every hour, and lose the lock with it.
      max_lifetime: null,
      connection: { application_name: `tandem-${duty}`, statement_timeout: 5_000 },
      onnotice: () => {},
    });
  }

  /** Takes it when it is free. A connection that was lost meanwhile is made again and asks anew. */
  async held(): Promise<boolean> {
    const [row] = await this.sql<{ held: boolean }[]>`
      select case
        when exists (
          select from pg_locks
          where locktype = 'advisory' and pid = pg_backend_pid() and classid = ${SPACE} and objid = ${this.key}
        ) then true
        else pg_try_advisory_lock(${SPACE}, ${this.key})
      end as held`;
    return row?.held === true;
  }

  close(): Promise<void> {
    return this.sql.end({ timeout: 1 });
  }
}
