import { hash, verify } from '@node-rs/argon2';
import type { Sql } from 'postgres';

/** argon2id with the parameters OWASP names first for it: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many wrong tries, then none for a while: six digits are guessed in no time otherwise. */
const TRIES = 5;
const LOCK_MINUTES = 15;

export type PinOutcome =
  | { readonly type: 'right' }
  | { readonly type: 'none' }
  | { readonly type: 'wrong'; readonly triesLeft: number }
  | { readonly type: 'locked'; readonly retryAfterSeconds: number };

/** Each person's PIN: kept as a hash in the schema that the clinical role cannot read. */
export class Pins {
  constructor(private readonly auth: Sql) {}

  /** Stores a new PIN and forgets the wrong tries of the old one. */
  async set(personId: string, pin: string): Promise<void> {
    const hashed = await hashPin(pin);
    await this.auth`
      insert into auth.pins (user_id, hash) values (${personId}, ${hashed})
      on conflict (user_id) do update
        set hash = excluded.hash, failures = 0, last_failure_at = null, changed_at = clock_timestamp()`;
  }

  async has(personId: string): Promise<boolean> {
    const rows = await this.auth`select 1 from auth.pins where user_id = ${personId}`;
    return rows.length > 0;
  }

  /** Is it this person's PIN? A try is counted before it is looked at and forgotten when it was right. */
  async check(personId: string, pin: string): Promise<PinOutcome> {
    const [row] = await this.auth<{ hash: string; failures: number; wait: number | null }[]>`
      update auth.pins set
        failures = case when last_failure_at < clock_timestamp() - ${`${LOCK_MINUTES} minutes`}::interval
          then 1 else failures + 1 end,
        last_failure_at = case when failures >= ${TRIES}
          and last_failure_at >= clock_timestamp() - ${`${LOCK_MINUTES} minutes`}::interval
          then last_failure_at else clock_timestamp() end
      where user_id = ${personId}
      returning hash, failures,
        ceil(extract(epoch from last_failure_at + ${`${LOCK_MINUTES} minutes`}::interval - clock_timestamp()))::int
          as wait`;
    if (row === undefined) return { type: 'none' };
    if (row.failures > TRIES) return { type: 'locked', retryAfterSeconds: Math.max(1, row.wait ?? 1) };
    if (!(await verify(row.hash, pin))) return { type: 'wrong', triesLeft: TRIES - row.failures };
    await this.auth`update auth.pins set failures = 0, last_failure_at = null where user_id = ${personId}`;
    return { type: 'right' };
  }
}

export function hashPin(pin: string): Promise<string> {
  return hash(pin, cost);
}
