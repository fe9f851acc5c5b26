import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { isSixDigits } from './recovery-codes.ts';

const PERIOD_SECONDS = 30;
/** Steps before and after now that are taken: a clock that is half a minute off, a code typed slowly. */
const WINDOW = 1;

/** As authenticator apps expect it: SHA-1, six digits, 30 seconds (RFC 6238). */
const totpOf = (secret: Uint8Array, account = '') =>
  new TOTP({
    issuer: 'Tandem',
    label: account,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** 160 bits, as RFC 4226 asks for. */
export const newSecret = (): Buffer => randomBytes(20);

/** The time step that these six digits belong to, or null; null for anything else than six digits. */
export function stepOf(secret: Uint8Array, digits: string, nowMs: number): number | null {
  // The library compares bytes, and throws for six characters that are more than six bytes.
  if (!isSixDigits(digits)) return null;
  const delta = totpOf(secret).validate({ token: digits, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}

/** For the app, as a picture and typed. */
export function offerOf(secret: Uint8Array, account: string): { secret: string; uri: string } {
  const totp = totpOf(secret, account);
  return { secret: totp.secret.base32, uri: totp.toString() };
}
