import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Sql } from 'postgres';

const WINDOW_MINUTES = 15;
const PER_ACCOUNT = 10;
const PER_ADDRESS_BLOCK = 60;

/**
 * Failed sign-ins, counted in the database so that every process and every restart sees the same count.
 * Only failures count: a busy clinic behind one address signs in as often as it likes.
 */
export class SignInFailures {
  constructor(private readonly auth: Sql) {}

  /** Seconds to wait before another try, or 0. */
  async retryAfter(email: string, address: string): Promise<number> {
    const rows = await this.auth<{ key: Uint8Array; failures: number; wait: number }[]>`
      select key, count(*)::int as failures,
        ceil(extract(epoch from min(at) + ${`${WINDOW_MINUTES} minutes`}::interval - clock_timestamp()))::int as wait
      from auth.sign_in_failures
      where key in (${accountKey(email)}, ${addressKey(address)})
        and at > clock_timestamp() - ${`${WINDOW_MINUTES} minutes`}::interval
      group by key`;
    const account = accountKey(email);
    const over = rows.filter(
      (row) => row.failures >= (account.equals(row.key) ? PER_ACCOUNT : PER_ADDRESS_BLOCK),
    );
    return Math.max(0, ...over.map((row) => Math.max(1, row.wait)));
  }

  async record(email: string, address: string): Promise<void> {
    await this.auth`
      insert into auth.sign_in_failures (key) values (${accountKey(email)}), (${addressKey(address)})`;
    await this.auth`
      delete from auth.sign_in_failures where at < clock_timestamp() - ${`${WINDOW_MINUTES} minutes`}::interval`;
  }
}

function accountKey(email: string): Buffer {
  return createHash('sha256').update(`account:${email.toLowerCase()}`).digest();
}

function addressKey(address: string): Buffer {
  return createHash('sha256')
    .update(`address:${addressBlock(address)}`)
    .digest();
}

/** IPv6 by /64: one subscriber holds that many addresses, and rotating through them must not help (CVE-2026-45364). */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return mapped[1] as string;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] as string).split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  const all = [...groups, ...zeros, ...rest];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
