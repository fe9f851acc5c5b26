/**
 * Codes with which PostgreSQL answers that it is there and does not write: read-only or a standby, no room on the
 * disk, no memory, a disk that fails. One that does not answer at all is another matter: nobody knows what it holds.
 */
const refusesWrites = /^(25006|53000|53100|53200|58030)$/;

/** No answer, or none in time: whether it was stored is not known, and sending the same ids again settles it. */
const unanswered = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|CONNECTION_|08|53|57)/;
/** A statement that ran into its deadline, as behind a lock that nobody gives back. */
const DEADLINE = '57014';

export function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return code ?? cause?.code ?? '';
}

export function isUnanswered(error: unknown): boolean {
  return unanswered.test(codeOf(error));
}

export function isDeadline(error: unknown): boolean {
  return codeOf(error) === DEADLINE;
}

export function isCannotSave(error: unknown): boolean {
  return refusesWrites.test(codeOf(error));
}
