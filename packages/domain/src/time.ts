import { z } from 'zod';

/** An instant as text: RFC 3339 UTC with milliseconds, e.g. `2026-11-24T10:37:00.000Z`. */
export type Instant = string;

// Years 0001-9999 only: outside them ECMAScript prints a signed six-digit year that PostgreSQL refuses.
const instantPattern =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Milliseconds since the epoch, or null when `text` is not an RFC 3339 time with a zone. Cuts, never rounds. */
export function parseInstant(text: string): number | null {
  if (!instantPattern.test(text)) return null;
  // Date.parse accepts 31 February and rolls over; a reading on a day that does not exist is a typing error.
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) || ms < FIRST_MS || ms > LAST_MS ? null : ms;
}

/** Milliseconds since the epoch as an {@link Instant}. */
export function formatInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Same instant in the one spelling that is stored, hashed and compared. @throws RangeError on no instant */
export function normaliseInstant(text: string): Instant {
  const ms = parseInstant(text);
  if (ms === null) throw new RangeError('not an RFC 3339 time');
  return formatInstant(ms);
}

/** Accepts any zone; comes out in the one spelling of {@link normaliseInstant}. */
export const instantSchema = z
  .string()
  .refine((text) => parseInstant(text) !== null, 'must be a time such as 2026-11-24T10:37:00.000Z')
  .overwrite((text) => (parseInstant(text) === null ? text : normaliseInstant(text)))
  .meta({ format: 'date-time' });

/** A calendar day such as a birth date, `YYYY-MM-DD`, that exists. */
export const daySchema = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(`${text}T00:00:00Z`) !== null,
    'must be a date such as 1987-03-14',
  )
  .meta({ format: 'date' });

/** How far ahead of the server an entry may lie: a device clock may be a little fast (clinic policy, VIT-5). */
export const AHEAD_TOLERANCE_MS = 2 * 60_000;
/** How far before the start an entry may lie unless the session is transcribed from paper (clinic policy). */
export const BEFORE_START_LIMIT_MS = 24 * 3_600_000;
