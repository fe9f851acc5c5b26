import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '@tandem/api/db/connect.ts';

/** A folder for a test's files; gone with `remove`. */
export function folder(): { at(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tandem-backup-'));
  return { at: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const linesOf = (file: string) =>
  gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');

/** Everything but header and trailer: what came from tables. */
export const rowsOf = (file: string) => linesOf(file).slice(1, -1);

/** As somebody would write it who knows the format: the hash of the trailer fits again. */
export function forge(from: string, to: string, change: (lines: string[]) => string[]): string {
  const lines = change(linesOf(from));
  const trailer = JSON.parse(lines.pop() as string) as { rows: object };
  const text = `${lines.join('\n')}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(to, gzipSync(`${text}${JSON.stringify({ ...trailer, sha256 })}\n`));
  return to;
}

/** With the header changed. */
export const withHeader = (from: string, to: string, change: (header: Record<string, never>) => object) =>
  forge(from, to, ([first = '', ...rest]) => [JSON.stringify(change(JSON.parse(first))), ...rest]);

export const sourceOf = ({ appUrl, backupUrl }: Database) => ({ appUrl, backupUrl });
export const quiet = () => {};
