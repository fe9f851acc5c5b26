import { z } from 'zod';

/**
 * A backup file is one gzip stream of lines (docs/operations.md):
 *   1. the header, JSON
 *   2. per table, parents before children: `{"table":"tandem.clinics"}`, its rows as PostgreSQL's COPY writes them
 *      (text, columns in the header's order, UTC, bytes in hex), and `\.`
 *   3. the trailer, JSON: rows per table and the SHA-256 of every byte before it
 * COPY's text is what pg_dump uses: every type reads back exactly what it wrote, and no row holds a line break.
 */
export const FORMAT = 1;
export const END_OF_ROWS = '\\.';

const name = z.string().regex(/^[a-z_]+\.[a-z_]+$/);
const column = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const headerSchema = z.object({
  tandem: z.literal('backup'),
  format: z.int(),
  /** Of the snapshot, by the database's clock. */
  madeAt: z.iso.datetime({ precision: 3 }),
  epoch: z.uuid(),
  /** Applied when it was made, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.object({ name, columns: z.array(column).min(1), rows: z.int().min(0) })),
});
export type Header = z.infer<typeof headerSchema>;
export type BackedUpTable = Header['tables'][number];

export const tableLineSchema = z.strictObject({ table: name });

export const trailerSchema = z.strictObject({
  rows: z.record(z.string(), z.int().min(0)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Trailer = z.infer<typeof trailerSchema>;

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** One line of COPY text as its columns; null is SQL's null. */
export function fieldsOf(line: string): (string | null)[] {
  return line.split('\t').map((field) => {
    if (field === '\\N') return null;
    return field.includes('\\') ? field.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char) : field;
  });
}
