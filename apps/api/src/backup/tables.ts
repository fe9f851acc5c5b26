import type { Sql } from 'postgres';
import type { BackedUpTable } from './format.ts';

/**
 * Left out of a backup: what ends with a restore (logins of people and of screens, devices that passed the second
 * factor today, one-time tokens and codes, invitations, whose links are such tokens), what is gone in minutes (failed
 * sign-ins, presence), what only shows whether the database can save, and the installation itself, whose epoch a
 * restore writes anew.
 */
const LEFT_OUT = new Set([
  'auth.logins',
  'auth.verifications',
  'auth.display_codes',
  'auth.remembered_devices',
  'tandem.invitations',
  'tandem.displays',
  'auth.sign_in_failures',
  'tandem.presence',
  'tandem.save_trials',
  'tandem.installation',
]);

export interface SourceTable {
  readonly table: BackedUpTable;
  /** Its primary key: rows stand in this order, so that the same content is the same file. */
  readonly key: readonly string[];
}

/** Read side by side when a file is verified, so these stand in one order: a head, its entries, their payloads. */
const READ_AS: Readonly<Record<string, (columns: string) => string>> = {
  'tandem.stream_heads': (columns) =>
    `select ${columns} from tandem.stream_heads t order by clinic_id, stream_id`,
  'tandem.entries': (columns) => `select ${columns} from tandem.entries t order by clinic_id, stream_id, seq`,
  'tandem.entry_payloads': (columns) =>
    `select ${columns} from tandem.entry_payloads t join tandem.entries e
       on e.clinic_id = t.clinic_id and e.id = t.entry_id order by e.clinic_id, e.stream_id, e.seq`,
};

/** The statement that writes a table's rows out. */
export function copyOut({ table: { name, columns }, key }: SourceTable): string {
  const list = columns.map((column) => `t."${column}"`).join(', ');
  const order = key.map((column) => `t."${column}"`).join(', ');
  const rows = READ_AS[name]?.(list) ?? `select ${list} from ${name} t order by ${order}`;
  return `copy (${rows}) to stdout`;
}

/** The statement that reads them in again. Identity columns keep their numbers. */
export function copyIn({ name, columns }: BackedUpTable): string {
  return `copy ${name} (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`;
}

/**
 * Every table of Tandem that a backup holds, parents before children, with the rows that this transaction sees. Read
 * from the catalog: a table that a later migration makes is in the next backup without being named anywhere.
 * @throws when one has no primary key
 */
export async function tablesToBackUp(tx: Sql): Promise<SourceTable[]> {
  const found = await tx<{ name: string; columns: string[]; key: string[]; parents: string[] }[]>`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select coalesce(array_agg(distinct pn.nspname || '.' || p.relname), '{}')
        from pg_constraint f join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('tandem', 'auth', 'notes')
    order by 1`;
  const ordered: SourceTable[] = [];
  const waiting = found.filter(({ name }) => !LEFT_OUT.has(name));
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parents }) => !waiting.some(({ name }) => parents.includes(name)));
    const [next] = waiting.splice(at, 1);
    if (at === -1 || next === undefined) throw new Error('tables refer to each other in a circle');
    const { name, columns, key } = next;
    const [counted] = await tx.unsafe<{ rows: string }[]>(`select count(*) as rows from ${name}`);
    ordered.push({ table: { name, columns, rows: Number(counted?.rows) }, key });
  }
  return ordered;
}
