import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { END_OF_ROWS, FORMAT, type Header, headerSchema, tableLineSchema, trailerSchema } from './format.ts';
import { BackupRefusal } from './refusal.ts';

/** What a file is made of, in its order. Rows come as lines of COPY text. */
export type Part =
  | { readonly type: 'header'; readonly header: Header }
  | { readonly type: 'rows'; readonly table: string; readonly lines: readonly string[] }
  | { readonly type: 'end'; readonly sha256: string };

/** No line of ours comes near: a note is at most 4,000 characters. */
const LONGEST_LINE = 16 * 1_048_576;

/**
 * Reads a backup and checks it on the way: order, rows per table, and at the end the hash of everything before. What
 * came before `end` is not known to be whole.
 * @throws BackupRefusal that names a missing, cut, altered or newer file
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const hash = createHash('sha256');
  let header: Header | null = null;
  let table: string | null = null;
  const counts: Record<string, number> = {};
  let ended = false;
  for await (const lines of linesIn(file)) {
    for (let at = 0; at < lines.length; at += 1) {
      if (ended) throw damaged(file, 'goes on after its end');
      if (table !== null) {
        const end = lines.indexOf(END_OF_ROWS, at);
        const rows = lines.slice(at, end === -1 ? undefined : end);
        if (rows.length > 0) {
          hash.update(`${rows.join('\n')}\n`);
          counts[table] = (counts[table] ?? 0) + rows.length;
          yield { type: 'rows', table, lines: rows };
        }
        if (end === -1) break;
        hash.update(`${END_OF_ROWS}\n`);
        at = end;
        table = null;
        continue;
      }
      const line = lines[at] as string;
      const value = jsonOf(file, line);
      if (header === null) {
        header = headerOf(file, value);
        yield { type: 'header', header };
      } else if (tableLineSchema.safeParse(value).success) {
        table = (value as { table: string }).table;
        if (header.tables[Object.keys(counts).length]?.name !== table) throw damaged(file, 'is out of order');
        counts[table] = 0;
      } else {
        const sha256 = checkEnd(file, header, counts, value, hash.digest('hex'));
        ended = true;
        yield { type: 'end', sha256 };
        continue;
      }
      hash.update(`${line}\n`);
    }
  }
  if (!ended) throw damaged(file, 'ends before its end');
}

function headerOf(file: string, value: unknown): Header {
  const { format } = value as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupRefusal(
      `${file} was written by a newer Tandem. Nothing was changed. Use that version to read it.`,
    );
  }
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) throw notOurs(file);
  return parsed.data;
}

function checkEnd(
  file: string,
  header: Header,
  counts: Readonly<Record<string, number>>,
  value: unknown,
  sha256: string,
): string {
  const trailer = trailerSchema.safeParse(value).data;
  if (trailer === undefined) throw damaged(file, 'has a line that does not belong there');
  const differs = header.tables.find(
    ({ name, rows }) => counts[name] !== rows || trailer.rows[name] !== rows,
  );
  if (differs !== undefined) throw damaged(file, `has not all rows of ${differs.name}`);
  if (trailer.sha256 !== sha256) throw damaged(file, 'does not have the content it was written with');
  return sha256;
}

async function* linesIn(file: string): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  const unpacked = createGunzip();
  const source = createReadStream(file, { highWaterMark: 65_536 });
  source.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of source.pipe(unpacked) as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(10);
      if (end === -1) {
        rest = Buffer.concat([rest, chunk]);
        if (rest.length > LONGEST_LINE) throw notOurs(file);
        continue;
      }
      yield Buffer.concat([rest, chunk.subarray(0, end)])
        .toString('utf8')
        .split('\n');
      rest = chunk.subarray(end + 1);
    }
  } catch (error) {
    throw readingError(file, error);
  } finally {
    source.destroy();
  }
  if (rest.length > 0) throw damaged(file, 'ends in the middle of a line');
}

function readingError(file: string, error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (code === 'ENOENT')
    return new BackupRefusal(`There is no file ${file}. Nothing was changed. Name a backup that exists.`);
  if (code === 'EACCES' || code === 'EISDIR')
    return new BackupRefusal(`${file} cannot be read by this user (${code}). Nothing was changed.`);
  if (code === 'Z_BUF_ERROR') return damaged(file, 'was cut off');
  if (code === 'Z_DATA_ERROR') return damaged(file, 'was altered or was never one');
  return error;
}

function jsonOf(file: string, line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, in words.
  }
  throw notOurs(file);
}

const damaged = (file: string, what: string) =>
  new BackupRefusal(
    `${file} is no whole backup: it ${what}. Nothing was changed. Use another backup.`,
    'damaged',
  );
const notOurs = (file: string) =>
  new BackupRefusal(
    `${file} is no backup of Tandem. Nothing was changed. Name a file that npm run backup wrote.`,
  );
