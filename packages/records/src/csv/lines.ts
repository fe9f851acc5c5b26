import { stringify } from 'csv-stringify/sync';

/** Without it a spreadsheet reads names with accents in the wrong letters. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as RFC 4180 writes them, each ended by CRLF. A value that a spreadsheet would take for a formula is marked as
 * text by an apostrophe (ASVS 1.2.10); numbers are numbers and stay as they are.
 */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((value) => (typeof value === 'string' ? asText(value) : value)));
  return stringify(cells as (string | number | null)[][], { record_delimiter: '\r\n' });
}

/** What begins a formula in one spreadsheet or another, in full width too; NUL and the like hide what follows them. */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

function asText(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}
