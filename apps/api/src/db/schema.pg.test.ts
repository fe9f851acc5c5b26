import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import * as schema from './schema.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
  }
}

test('typed tables and migrated tables have the same columns, types and nullability', async () => {
  const url = new URL(inject('adminUrl'));
  url.pathname = '/tandem_template';
  const admin = postgres(url.toString(), { max: 1 });
  const rows = await admin<{ table: string; column: string; type: string; nullable: boolean }[]>`
    select n.nspname || '.' || c.relname as table, a.attname as column,
      replace(replace(format_type(a.atttypid, a.atttypmod), 'timestamp(3) with time zone', 'timestamp (3) with time zone'), '"', '') as type,
      not a.attnotnull as nullable
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('tandem', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;
  await admin.end();
  const found = new Map(
    rows.map((row) => [`${row.table}.${row.column}`, `${row.type}${row.nullable ? ' null' : ''}`]),
  );
  const tables = (Object.values(schema) as unknown[]).filter((value) => is(value, PgTable)) as PgTable[];
  const stated = new Map(
    tables.flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) => [
        `${getTableConfig(table).schema}.${getTableName(table)}.${column.name}`,
        `${column.getSQLType()}${column.notNull || column.primary ? '' : ' null'}`,
      ]),
    ),
  );
  // Kept by plain statements only, never read into a typed row.
  const untyped =
    /^(auth\.(sign_in_failures|second_factors|recovery_codes|remembered_devices)|tandem\.save_trials)\./;
  for (const key of [...found.keys()].filter((name) => untyped.test(name))) found.delete(key);
  expect(Object.fromEntries([...stated].sort())).toEqual(Object.fromEntries([...found].sort()));
});
