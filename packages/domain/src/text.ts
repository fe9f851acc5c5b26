import { z } from 'zod';

/**
 * A person's typed text. Refuses what PostgreSQL cannot store and JSON cannot carry faithfully (NUL, lone
 * surrogates): it would either fail half-way or come back changed. Blank text is no text.
 */
export function typedText(maxLength: number, minLength = 1) {
  return z
    .string()
    .max(maxLength, `must be at most ${maxLength.toLocaleString('en-US')} characters`)
    .refine((text) => text.trim().length >= minLength, 'must not be empty')
    .refine(isStorableText, 'contains a character that cannot be stored');
}

/** False for NUL and for half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** Lower-cased, as PostgreSQL prints it: two spellings of one id must not look like two ids. */
export const uuidSchema = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID')
  .meta({ format: 'uuid' });
