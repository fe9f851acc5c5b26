import postgres, { type ReservedSql, type Sql } from 'postgres';
import { type Migration, migrate } from '../db/migrate.ts';
import { isServed } from '../db/served.ts';
import { CopyIn } from './copy-in.ts';
import type { Header } from './format.ts';
import { readBackup } from './read.ts';
import { BackupRefusal } from './refusal.ts';
import { checkWhole } from './verify-file.ts';

export interface Restored {
  readonly header: Header;
  readonly rows: number;
  /** The new one: dashboards that knew the database of before notice. */
  readonly epoch: string;
}

/**
 * Brings an empty database to the state of a backup, under a new epoch. The whole file is checked before anything is
 * stored; then everything is one transaction, so that a restore that fails leaves the database as empty as it was.
 * A backup of an older Tandem goes in at its own migrations, and the later ones run on it as an update would.
 * @param url of an administrator, roles already prepared
 * @throws BackupRefusal with one sentence
 */
export async function restoreInto(
  url: string,
  file: string,
  migrations: readonly Migration[],
  say: (line: string) => void,
): Promise<Restored> {
  const { header } = await checkWhole(file);
  const until = migrationsOf(file, header, migrations);
  const sql = postgres(url, {
    max: 2,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'tandem-restore', TimeZone: 'UTC', DateStyle: 'ISO, YMD' },
  });
  try {
    await refuseFurtherDatabase(sql, file, until);
    await migrate(sql, until);
    const restored = await inOneTransaction(sql, file, header, say);
    const later = await migrate(sql, migrations);
    if (later.length > 0) say(`Brought up to date from ${until.at(-1)?.name} (${later.length} later).`);
    return { header, ...restored };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Those of ours that the backup was made at. @throws BackupRefusal for one that this program does not know */
export function migrationsOf(file: string, header: Header, ours: readonly Migration[]): readonly Migration[] {
  const until = ours.slice(0, header.migrations.length);
  for (const [at, { name, checksum }] of header.migrations.entries()) {
    const known = until[at];
    if (known?.name === name && known.checksum === checksum) continue;
    throw new BackupRefusal(
      known === undefined
        ? `${file} was made by a newer Tandem (it has ${name}). Nothing was changed. Restore it with that version.`
        : `${file} was made with another ${known.name} than this Tandem has. Nothing was changed. Restore it with the version that made it.`,
    );
  }
  return until;
}

/** Rows of an older form do not fit into tables of a newer one, and a migration is never run backwards. */
async function refuseFurtherDatabase(sql: Sql, file: string, until: readonly Migration[]): Promise<void> {
  const [made] = await sql<{ found: boolean }[]>`select to_regclass('meta.migrations') is not null as found`;
  if (made?.found !== true) return;
  const known = new Set(until.map(({ name }) => name));
  const applied = await sql<{ name: string }[]>`select name from meta.migrations order by name`;
  const further = applied.find(({ name }) => !known.has(name));
  if (further === undefined) return;
  throw new BackupRefusal(
    `${file} is older than this database (which has ${further.name}). Nothing was changed. Name a new DATA_DIR or a database without tables: restore makes them as the backup needs them and then brings them up to date.`,
  );
}

async function inOneTransaction(
  sql: Sql,
  file: string,
  header: Header,
  say: (line: string) => void,
): Promise<{ rows: number; epoch: string }> {
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    await connection`set local row_security = off`;
    await refuseUsed(connection, header);
    const rows = await copyAll(connection, file, header, say);
    await continueIdentities(connection);
    const [installed] = await connection<{ epoch: string }[]>`
      update tandem.installation set epoch = gen_random_uuid() returning epoch`;
    if (installed === undefined) throw new Error('the installation has no row');
    await connection`commit`;
    return { rows, epoch: installed.epoch };
  } catch (error) {
    await connection`rollback`.catch(() => {});
    throw readable(file, error);
  } finally {
    connection.release();
  }
}

/** Held until the end: two restores at once, or a setup beside it, must not both find the database empty. */
async function refuseUsed(tx: ReservedSql, header: Header): Promise<void> {
  await tx`lock table tandem.clinics in share row exclusive mode`;
  if (await isServed(tx)) {
    throw new BackupRefusal(
      'A Tandem is running on this database. Nothing was changed. Stop it, then restore again.',
    );
  }
  for (const { name } of header.tables) {
    const [found] = await tx.unsafe<{ used: boolean }[]>(`select exists (select from ${name}) as used`);
    if (found?.used !== true) continue;
    throw new BackupRefusal(
      `This database is not empty (${name} has rows), and a restore never mixes two clinics. Nothing was changed. Name an empty one: a DATA_DIR that does not exist yet, or an empty database in DATABASE_URL.`,
    );
  }
}

async function copyAll(
  tx: ReservedSql,
  file: string,
  header: Header,
  say: (line: string) => void,
): Promise<number> {
  let open: CopyIn | null = null;
  let rows = 0;
  const close = async () => {
    await open?.end();
    if (open !== null) say(`  ${open.table.name}: ${open.table.rows.toLocaleString('en')} rows`);
  };
  // Read and checked a second time: only what was hashed on this very pass is committed.
  for await (const part of readBackup(file)) {
    if (part.type !== 'rows') continue;
    if (open?.table.name !== part.table) {
      await close();
      const table = header.tables.find(({ name }) => name === part.table);
      if (table === undefined) throw changedMeanwhile(file);
      open = await CopyIn.into(tx, table);
    }
    await open.write(`${part.lines.join('\n')}\n`);
    rows += part.lines.length;
  }
  await close();
  return rows;
}

const changedMeanwhile = (file: string) =>
  new BackupRefusal(
    `${file} was changed while it was read. Nothing was stored. Try again with a copy of it.`,
  );

function readable(file: string, error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (/^2[23]|^25P02/.test(code))
    return new BackupRefusal(`${file} holds rows that do not belong together (${code}). Nothing was stored.`);
  if (code === '0A000' || code === '42501')
    return new BackupRefusal(
      'This user of the database may not write everywhere that a backup does. Nothing was stored. Use an administrator with BYPASSRLS in DATABASE_URL.',
    );
  return error;
}

/** Numbers that the database gives go on after the highest one that came in. */
async function continueIdentities(tx: ReservedSql): Promise<void> {
  const columns = await tx<{ name: string; column: string }[]>`
    select n.nspname || '.' || c.relname as name, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and n.nspname in ('tandem', 'auth', 'notes')`;
  for (const { name, column } of columns) {
    await tx.unsafe(
      `select setval(pg_get_serial_sequence('${name}', '${column}'), greatest(1, (select max("${column}") from ${name})))`,
    );
  }
}
