import { canonicalJson } from './canonical-json.ts';
import type { EntryContext } from './entries/entry-kind.ts';
import type { Author } from './roles.ts';

/**
 * The hash chain of one stream. Entry n holds
 *   payloadHash = SHA-256(salt || canonical JSON of {data, lateReason})
 *   hash        = SHA-256(previous hash || canonical JSON of the envelope with payloadHash)
 * Words a person typed sit in the payload alone, so that erasing payload and salt leaves a chain that
 * still verifies (product.md, decision 8). The first link follows 32 zero bytes; the envelope names clinic
 * and stream, so a chain cannot be moved to another session.
 */
export type Sha256 = (...parts: readonly (Uint8Array | string)[]) => Uint8Array;

export const GENESIS_HASH = new Uint8Array(32);

/** What the link covers besides the payload hash; every field is a column of `entries`. */
export interface ChainEnvelope {
  readonly clinicId: string;
  readonly streamId: string;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly author: Author;
  readonly context: Omit<EntryContext, 'lateReason'> | null;
}

/** @param salt 16 random bytes, so that a short payload cannot be guessed from its hash after erasure */
export function payloadHash(
  sha256: Sha256,
  salt: Uint8Array,
  data: unknown,
  lateReason: string | null,
): Uint8Array {
  return sha256(salt, canonicalJson({ data, lateReason }));
}

export function linkHash(
  sha256: Sha256,
  previous: Uint8Array,
  envelope: ChainEnvelope,
  hashOfPayload: Uint8Array,
): Uint8Array {
  return sha256(previous, canonicalJson({ ...envelope, payloadHash: toHex(hashOfPayload) }));
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
