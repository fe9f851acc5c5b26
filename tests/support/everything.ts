import type { Sql } from 'postgres';

/** Every row of every table as text, bytes as they are and in hexadecimal. */
export async function everything(sql: Sql): Promise<{ name: string; text: string }[]> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('tandem', 'auth', 'notes', 'meta')`;
  const all = tables.map(async ({ name }) => {
    const rows = await sql.unsafe<{ text: string }[]>(`select x::text as text from ${name} x`);
    const text = rows.map((row) => row.text).join('\n');
    return {
      name,
      text:
        text + text.replaceAll(/\\\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1')),
    };
  });
  return Promise.all(all);
}
