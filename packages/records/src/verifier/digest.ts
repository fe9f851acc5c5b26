import type { Sha256 } from '@tandem/domain';

/** SHA-256 of bytes; a browser and Node both have it, and neither needs code of ours. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

const text = new TextEncoder();

/**
 * In the place of a hash: the bytes that would be hashed. The chain's own functions say what they are, and WebCrypto,
 * which answers later, hashes them.
 */
export const preimage: Sha256 = (...parts) => {
  const all = parts.map((part) => (typeof part === 'string' ? text.encode(part) : part));
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** Bytes of lower-case hex; null for anything else. */
export function bytesOf(hex: unknown, length: number): Uint8Array<ArrayBuffer> | null {
  if (typeof hex !== 'string' || hex.length !== length * 2 || !/^[0-9a-f]*$/.test(hex)) return null;
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}
