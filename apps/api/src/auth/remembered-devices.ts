import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';

const DAY_SECONDS = 24 * 3600;

/**
 * Devices on which somebody has passed the second factor today. A cookie of its own, which is no login: it opens
 * nothing, and only says that the code need not be asked for. Several people may share a device.
 */
export class RememberedDevices {
  private readonly name: string;
  private readonly attributes: string;

  constructor(
    private readonly auth: Sql,
    publicUrl: URL,
  ) {
    const secure = publicUrl.protocol === 'https:';
    this.name = secure ? '__Host-tandem-device' : 'tandem-device';
    this.attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${DAY_SECONDS}${secure ? '; Secure' : ''}`;
  }

  /** The hash of the token that a device sent; null when it sent none. */
  hashIn(cookieHeader: string | undefined): Buffer | null {
    for (const part of cookieHeader?.split(';') ?? []) {
      const [name, token] = part.trim().split('=');
      if (name === this.name && token) return hashOf(token);
    }
    return null;
  }

  /**
   * From now until the clinic's day ends this person is not asked again here. The device gets a new token each time:
   * whoever copied the one before, on a tablet that they share, has nothing.
   * @returns the header that gives it to the device
   */
  async remember(personId: string, timeZone: string, before: Buffer | null): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const hash = hashOf(token);
    await this.auth.begin(async (tx) => {
      await tx`delete from auth.remembered_devices where expires_at < clock_timestamp()`;
      if (before !== null) {
        await tx`update auth.remembered_devices set token_hash = ${hash} where token_hash = ${before}`;
      }
      await tx`
        insert into auth.remembered_devices (token_hash, user_id, expires_at)
        values (${hash}, ${personId}, (date_trunc('day', clock_timestamp() at time zone ${timeZone}) + interval '1 day')
          at time zone ${timeZone})
        on conflict (token_hash, user_id) do update set expires_at = excluded.expires_at`;
    });
    return `${this.name}=${token}; ${this.attributes}`;
  }

  /** Everywhere, or everywhere but on the device with this token. */
  async forget(personId: string, except: Buffer | null = null): Promise<void> {
    await this.auth`
      delete from auth.remembered_devices
      where user_id = ${personId} and token_hash is distinct from ${except}::bytea`;
  }
}

/** 256 random bits need no salt and no slow hash. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
