import { join } from 'node:path';
import { attachEmbedded } from '@tandem/api/db/embedded.ts';
import postgres, { type Sql } from 'postgres';

/** The database under a Tandem that runs, as its administrator: for what no page and no route of Tandem does. */
export async function asAdministrator<Result>(
  work: (sql: Sql) => Promise<Result>,
  dataDir = process.env.TANDEM_DATA as string,
): Promise<Result> {
  const server = await attachEmbedded({ dataDir, keysDir: join(dataDir, 'keys'), say: () => {} });
  if (server === undefined) throw new Error(`no database runs in ${dataDir}`);
  const url = new URL(server.adminUrl);
  url.pathname = '/tandem';
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
