import type { Sql, TransactionSql } from 'postgres';

/** Whether a Tandem runs on this database: what would change under it has to wait. */
export async function isServed(sql: Sql | TransactionSql): Promise<boolean> {
  const [row] = await sql<{ served: boolean }[]>`
    select exists (select from pg_stat_activity
      where datname = current_database() and usename in ('tandem_app', 'tandem_auth')) as served`;
  return row?.served === true;
}
