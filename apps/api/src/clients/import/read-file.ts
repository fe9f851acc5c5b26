import {
  headerSentence,
  type ImportColumns,
  type ImportedClient,
  type ImportProblem,
  MOST_IMPORT_ROWS,
  matchColumns,
  readRow,
  refuse,
} from '@tandem/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { RefusalError } from '../../refusal-error.ts';

/** One row that is not empty, as a client or with what is wrong with it. */
export interface ReadRow {
  /** As a spreadsheet counts it: the header row is 1. */
  readonly row: number;
  readonly read: { readonly client: ImportedClient } | { readonly problems: readonly ImportProblem[] };
}

/**
 * A file of clients, row by row.
 * @param today the clinic's day, `YYYY-MM-DD`
 * @throws RefusalError 400 for what is wrong with the file as a whole: marks, columns, number of rows
 */
export function readFile(
  csv: string,
  today: string,
): { readonly rows: readonly ReadRow[]; readonly columns: ImportColumns } {
  const [header, ...records] = tableOf(csv);
  if (header === undefined || header.every(isBlank))
    throw ofFile(
      'The file is empty. Nothing was stored. Its first row names the columns: take the template.',
    );
  const columns = matchColumns(header);
  if ('code' in columns) throw ofFile(headerSentence(columns));
  const filled = records
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  if (filled.length === 0)
    throw ofFile('The file has a header and no client. Nothing was stored. Write one client into each row.');
  if (filled.length > MOST_IMPORT_ROWS)
    throw ofFile(
      `The file has ${filled.length.toLocaleString('en-US')} rows; 2,000 are read at once. Nothing was stored. Split it and import its parts one after the other.`,
    );
  const rows = filled.map(({ row, cells }) => ({ row, read: readRow(cells, columns, today) }));
  return { rows, columns };
}

const isBlank = (cell: string) => cell.trim() === '';
const ofFile = (detail: string) => new RefusalError(refuse('invalid', { field: 'csv', detail }));

/** Every row, also empty ones: they count where a person counts rows. */
function tableOf(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, delimiter: separatorOf(csv), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    throw ofFile(
      `A quotation mark ${line === undefined ? '' : `at or before line ${line} `}is not closed or stands inside a word. Nothing was stored. Save the file from the spreadsheet anew, or double the mark.`,
    );
  }
}

/** Comma, semicolon or tab: whichever parts the header row most often, outside of quotation marks. */
function separatorOf(csv: string): string {
  const header =
    csv
      .replace(/^\uFEFF/, '')
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n|\r/, 1)[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
