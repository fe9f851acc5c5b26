import postgres, { type Sql } from 'postgres';

/** Two numbers that nothing else in a Tandem database locks. */
const [SPACE, KEY] = [0x7a3d, 1];

/**
 * One mover for each database: an advisory lock of one connection of its own. When that connection ends, however it
 * ends, the lock is free for another process.
 */
export class MoverLock {
  private readonly sql: Sql;

  constructor(databaseUrl: string) {
    this.sql = postgres(databaseUrl, {
      max: 1,
      connect_timeout: 5,
      // The driver would renew the connection every hour, and lose the lock with it.
      max_lifetime: null,
      connection: { application_name: 'tandem-mover', statement_timeout: 5_000 },
      onnotice: () => {},
    });
  }

  /** Takes it when it is free. A connection that was lost meanwhile is made again and asks anew. */
  async held(): Promise<boolean> {
    const [row] = await this.sql<{ held: boolean }[]>`
      select case
        when exists (
          select from pg_locks
          where locktype = 'advisory' and pid = pg_backend_pid() and classid = ${SPACE} and objid = ${KEY}
        ) then true
        else pg_try_advisory_lock(${SPACE}, ${KEY})
      end as held`;
    return row?.held === true;
  }

  close(): Promise<void> {
    return this.sql.end({ timeout: 1 });
  }
}
