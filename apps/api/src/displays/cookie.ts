import { createHash, randomBytes } from 'node:crypto';

/** As long as browsers keep one; whether it is still good is decided by the database. */
const SECONDS = 400 * 24 * 3600;

/** The cookie of a screen on a wall. Not a person's: the name differs, and nothing but a screen's own route reads it. */
export class DisplayCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(publicUrl: URL) {
    const secure = publicUrl.protocol === 'https:';
    this.name = secure ? '__Host-tandem-display' : 'tandem-display';
    this.attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${SECONDS}${secure ? '; Secure' : ''}`;
  }

  /** A new token: the header that gives it to the screen, and the hash that stays here. */
  make(): { readonly header: string; readonly tokenHash: Buffer } {
    const token = randomBytes(32).toString('base64url');
    return { header: `${this.name}=${token}; ${this.attributes}`, tokenHash: hashOf(token) };
  }

  /** The hash of the token that a screen sent; null when it sent none. */
  hashIn(cookieHeader: string | undefined): Buffer | null {
    for (const part of cookieHeader?.split(';') ?? []) {
      const [name, token] = part.trim().split('=');
      if (name === this.name && token) return hashOf(token);
    }
    return null;
  }
}

/** 256 random bits need no salt and no slow hash. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
