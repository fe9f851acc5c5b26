import { createHash, type Hash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres, { type Sql } from 'postgres';
import { END_OF_ROWS, FORMAT, type Header } from './format.ts';
import { BackupRefusal } from './refusal.ts';
import { copyOut, type SourceTable, tablesToBackUp } from './tables.ts';
import { writeWhole } from './whole-file.ts';

export interface Written {
  readonly madeAt: string;
  readonly epoch: string;
  readonly bytes: number;
  /** Of all tables. */
  readonly rows: number;
}

/** Where the database is read from: what to read as tandem_backup, the migrations as tandem_app. */
export interface Source {
  readonly backupUrl: string;
  readonly appUrl: string;
}

/** Rows come one by one; so many bytes of them go through the compressor at once. */
const BATCH_BYTES = 65_536;

/**
 * Everything of the database into one file, in one snapshot, while the clinic works. Memory stays the same however
 * much there is: rows stream from COPY through gzip to disk.
 * @param check called with the finished file before it gets its name; throwing keeps it from getting one
 * @throws BackupRefusal with one sentence; no file stands under the name then
 */
export async function writeBackup(
  source: Source,
  file: string,
  say: (line: string) => void,
  check: (draft: string) => Promise<void> = async () => {},
): Promise<Written> {
  const told = { madeAt: '', epoch: '', rows: 0 };
  const bytes = await writeWhole(
    file,
    (into) => pipeline(inSnapshot(source, say, told), createGzip(), into),
    check,
  );
  return { ...told, bytes };
}

async function* inSnapshot(
  source: Source,
  say: (line: string) => void,
  told: { madeAt: string; epoch: string; rows: number },
): AsyncGenerator<Buffer> {
  // No deadlines on this connection: a large clinic's rows take longer than a request may.
  const sql = postgres(source.backupUrl, { max: 1, max_lifetime: null, connect_timeout: 5, ...settings });
  const connection = await sql.reserve().catch((error: unknown) => {
    throw readable(error);
  });
  try {
    await connection`begin isolation level repeatable read read only`;
    // A role that row-level security holds back would write an empty backup; with this it is an error instead.
    await connection`set local row_security = off`;
    const tables = await tablesToBackUp(connection);
    const header = await headerOf(connection, source, tables);
    Object.assign(told, { madeAt: header.madeAt, epoch: header.epoch });
    yield* linesOf(connection, header, tables, say, told);
    const { migrations } = await migrationsOf(source);
    if (JSON.stringify(migrations) !== JSON.stringify(header.migrations)) {
      throw new BackupRefusal(
        'Tandem was brought up to date while the backup was made. No file was written. Make it again.',
      );
    }
    await connection`commit`;
  } catch (error) {
    throw readable(error);
  } finally {
    connection.release();
    await sql.end({ timeout: 0 });
  }
}

const settings = {
  onnotice: () => {},
  // What COPY writes depends on these; a file must not.
  connection: {
    application_name: 'tandem-backup',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
    bytea_output: 'hex',
    extra_float_digits: 1,
  },
};

async function headerOf(sql: Sql, source: Source, tables: readonly SourceTable[]): Promise<Header> {
  const [now] = await sql<{ epoch: string; at: Date }[]>`
    select epoch, clock_timestamp() as at from tandem.installation`;
  if (now === undefined) throw new Error('the installation has no row');
  const { migrations } = await migrationsOf(source);
  return {
    tandem: 'backup',
    format: FORMAT,
    madeAt: now.at.toISOString(),
    epoch: now.epoch,
    migrations,
    tables: tables.map(({ table }) => table),
  };
}

/** Read as tandem_app, for tandem_backup may not: outside of the snapshot, so asked before and after it. */
async function migrationsOf({ appUrl }: Source): Promise<Pick<Header, 'migrations'>> {
  const sql = postgres(appUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const rows = await sql<Header['migrations']>`select name, checksum from meta.migrations order by name`;
    return { migrations: rows.map(({ name, checksum }) => ({ name, checksum })) };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function* linesOf(
  sql: Sql,
  header: Header,
  tables: readonly SourceTable[],
  say: (line: string) => void,
  told: { rows: number },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const line = (value: unknown) => hashed(hash, Buffer.from(`${JSON.stringify(value)}\n`));
  yield line(header);
  const counts: Record<string, number> = {};
  for (const source of tables) {
    const { table } = source;
    yield line({ table: table.name });
    let rows = 0;
    const out = await sql.unsafe(copyOut(source)).readable();
    for await (const batch of inBatches(out)) {
      // A line break inside of a row is written as \n, so that every byte 10 ends one.
      for (let at = batch.indexOf(10); at !== -1; at = batch.indexOf(10, at + 1)) rows += 1;
      yield hashed(hash, batch);
    }
    // The driver pauses its socket when rows come faster than they are taken, and forgets it paused when they end.
    out._read(0);
    yield hashed(hash, Buffer.from(`${END_OF_ROWS}\n`));
    if (rows !== table.rows) throw new Error(`${table.name} has ${rows} rows instead of ${table.rows}`);
    counts[table.name] = rows;
    told.rows += rows;
    say(`  ${table.name}: ${rows.toLocaleString('en')} rows`);
  }
  yield Buffer.from(`${JSON.stringify({ rows: counts, sha256: hash.digest('hex') })}\n`);
}

function hashed(hash: Hash, bytes: Buffer): Buffer {
  hash.update(bytes);
  return bytes;
}

async function* inBatches(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const row of rows) {
    held.push(row);
    bytes += row.length;
    if (bytes < BATCH_BYTES) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** What a person can do about it; anything else passes as it is. */
function readable(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  const [, sentence] = sentences.find(([codes]) => codes.test(code)) ?? [];
  return sentence === undefined ? error : new BackupRefusal(sentence, 'database');
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /^28/,
    'The database refused the role that reads backups: KEYS_DIR holds other passwords than it. No file was written. Use the KEYS_DIR that Tandem runs with.',
  ],
  [/^(42P01|3F000)$/, 'This database holds no Tandem yet: there is nothing to back up.'],
  [
    /^42501$/,
    'The role that reads backups may not read all of this database. No file was written. Start this Tandem once with DATABASE_URL of an administrator.',
  ],
  [
    /^(CONN|ECONN|EPIPE|08|57)/,
    'The database does not answer. No file was written. Start it, then try again.',
  ],
];
