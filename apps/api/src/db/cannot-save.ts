/**
 * Codes with which PostgreSQL answers that it is there and does not write: read-only or a standby, no room on the
 * disk, no memory, a disk that fails. One that does not answer at all is another matter: nobody knows what it holds.
 */
const refusesWrites = /^(25006|53000|53100|53200|58030)$/;

export function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return code ?? cause?.code ?? '';
}

export function isCannotSave(error: unknown): boolean {
  return refusesWrites.test(codeOf(error));
}
