import type { Sql } from 'postgres';
import { DatabaseRefusal } from './refusal.ts';

/**
 * Over the server's own connection: row-level security does nothing for a superuser, a role with BYPASSRLS or
 * a table's owner (reliability.md, finding 1), so Tandem does not start as one.
 * @throws DatabaseRefusal
 */
export async function checkIsolation(app: Sql): Promise<void> {
  const [role] = await app<
    { name: string; rolsuper: boolean; rolbypassrls: boolean; owned: number; open: string[] }[]
  >`
    select current_user as name, r.rolsuper, r.rolbypassrls,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
      (select coalesce(array_agg(c.oid::regclass::text), '{}') from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
        where c.relkind = 'r' and n.nspname in ('tandem', 'auth', 'notes')
          and not (c.relrowsecurity and c.relforcerowsecurity)) as open
    from pg_roles r where r.rolname = current_user`;
  if (role === undefined || role.rolsuper || role.rolbypassrls || role.owned > 0) {
    throw new DatabaseRefusal(
      `Tandem does not run as the database role ${role?.name}: it could read every clinic. Use a role without SUPERUSER, BYPASSRLS and tables of its own.`,
    );
  }
  if (role.open.length > 0) {
    throw new DatabaseRefusal(
      `Row-level security is off for ${role.open.join(', ')}. Nothing was started. Restore the schema.`,
    );
  }
}
