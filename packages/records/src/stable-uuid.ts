import { createHash } from 'node:crypto';

/**
 * The same UUID for the same parts, always: what one entry is exported as keeps its id from one export to the next.
 * Version 8 of RFC 9562, from the first 16 bytes of SHA-256.
 */
export function stableUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
