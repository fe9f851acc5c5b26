import { type BrokenLink, firstBroken, type Head, type SaltedRow, type Verified } from '../log/verify.ts';
import { fieldsOf, type Header } from './format.ts';
import { readBackup } from './read.ts';

export interface VerifiedFile extends Verified {
  readonly header: Header;
  readonly sha256: string;
}

/**
 * Reads a backup without a database: that it is whole, and every hash chain in it. Heads, entries and payloads stand
 * in one order (`tables.ts`), so that the file is read by three readers side by side instead of being held.
 * @throws BackupRefusal for a file that is missing, cut or altered; a chain that does not hold is in `broken`
 */
export async function verifyFile(file: string): Promise<VerifiedFile> {
  const { header, sha256 } = await checkWhole(file);
  const readers = ['tandem.stream_heads', 'tandem.entries', 'tandem.entry_payloads'].map((table) =>
    rowsOf(file, header, table),
  ) as [Rows, Rows, Rows];
  try {
    return { ...(await walk(...readers)), header, sha256 };
  } finally {
    for (const rows of readers) await rows.return(undefined);
  }
}

/** Only that it is whole: hash, order and rows per table. @throws BackupRefusal */
export async function checkWhole(file: string): Promise<{ header: Header; sha256: string }> {
  let header: Header | null = null;
  let sha256 = '';
  // To the very end: what stands after the trailer, and a missing last byte, show only there.
  for await (const part of readBackup(file)) {
    if (part.type === 'header') header = part.header;
    if (part.type === 'end') sha256 = part.sha256;
  }
  return { header: header as unknown as Header, sha256 };
}

type Row = Readonly<Record<string, string | null>>;
type Rows = AsyncGenerator<Row, undefined>;

async function* rowsOf(file: string, header: Header, name: string): Rows {
  const columns = header.tables.find((table) => table.name === name)?.columns ?? [];
  let found = false;
  for await (const part of readBackup(file)) {
    if (part.type !== 'rows') continue;
    if (part.table !== name) {
      if (found) return;
      continue;
    }
    found = true;
    for (const line of part.lines) {
      const fields = fieldsOf(line);
      yield Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? null]));
    }
  }
}

async function walk(heads: Rows, entries: Rows, payloads: Rows): Promise<Verified> {
  const broken: BrokenLink[] = [];
  let [streams, count] = [0, 0];
  let entry = (await entries.next()).value;
  let payload = (await payloads.next()).value;
  for await (const row of heads) {
    const head = headOf(row);
    streams += 1;
    const own: SaltedRow[] = [];
    while (entry !== undefined && entry.stream_id === head.streamId && entry.clinic_id === head.clinicId) {
      const sealed = payload?.entry_id === entry.id && payload?.clinic_id === entry.clinic_id;
      own.push(rowOf(entry, sealed ? payload : undefined));
      if (sealed) payload = (await payloads.next()).value;
      entry = (await entries.next()).value;
    }
    count += own.length;
    const found = firstBroken(head, own);
    if (found !== null) broken.push({ clinicId: head.clinicId, streamId: head.streamId, ...found });
  }
  // In a file that somebody put together: rows that no head or no entry leads to.
  const stray = entry ?? payload;
  if (stray !== undefined) {
    const streamId = entry?.stream_id ?? 'unknown';
    const seq = Number(entry?.seq ?? 0);
    broken.push({ clinicId: stray.clinic_id ?? '', streamId, seq, what: 'stands outside of every session' });
  }
  return { streams, entries: count, broken };
}

function headOf(row: Row): Head {
  return {
    clinicId: text(row.clinic_id),
    streamId: text(row.stream_id),
    lastSeq: Number(row.last_seq),
    lastHash: bytes(row.last_hash),
  };
}

function rowOf(entry: Row, payload: Row | undefined): SaltedRow {
  return {
    clinicId: text(entry.clinic_id),
    streamId: text(entry.stream_id),
    seq: Number(entry.seq),
    id: text(entry.id),
    kind: text(entry.kind),
    version: Number(entry.version),
    happenedAt: instant(entry.happened_at),
    recordedAt: instant(entry.recorded_at),
    authorId: text(entry.author_id),
    authorName: text(entry.author_name),
    authorRole: text(entry.author_role) as SaltedRow['authorRole'],
    deviceId: entry.device_id ?? null,
    knownSeq: entry.known_seq == null ? null : Number(entry.known_seq),
    composedAt: entry.composed_at == null ? null : instant(entry.composed_at),
    clockOffsetMs: entry.clock_offset_ms ?? null,
    offline: entry.offline == null ? null : entry.offline === 't',
    // A backup from before these columns has neither.
    asOf: entry.as_of == null ? null : instant(entry.as_of),
    adoptedFrom: entry.adopted_from == null ? null : JSON.parse(entry.adopted_from),
    payloadHash: bytes(entry.payload_hash),
    hash: bytes(entry.hash),
    data: payload === undefined ? null : JSON.parse(text(payload.data)),
    lateReason: payload?.late_reason ?? null,
    salt: payload === undefined ? null : bytes(payload.salt),
  };
}

const text = (value: string | null | undefined): string => value ?? '';
/** `\x0af3…`, as COPY writes bytes. */
const bytes = (value: string | null | undefined): Uint8Array => Buffer.from(text(value).slice(2), 'hex');
/** `2026-01-31 13:05:00.25+00`, as COPY writes an instant in UTC. */
const instant = (value: string | null | undefined): Date =>
  new Date(text(value).replace(' ', 'T').replace(/\+00$/, 'Z'));
