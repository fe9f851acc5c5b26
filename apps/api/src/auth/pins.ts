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

  /** Is it this person's PIN? One try at a time per person, in every process: many at once slip past no count. */
  async check(personId: string, pin: string): Promise<PinOutcome> {
    const outcome = await this.auth.begin(async (tx): Promise<PinOutcome> => {
      const [row] = await tx<{ hash: string; failures: number; wait: number }[]>`
        select hash, case when wait > 0 then failures else 0 end as failures, wait from (
          select hash, failures, coalesce(ceil(extract(epoch from
            last_failure_at + ${`${LOCK_MINUTES} minutes`}::interval - clock_timestamp())), 0)::int as wait
          from auth.pins where user_id = ${personId} for update
        ) pin`;
      if (row === undefined) return { type: 'none' };
      if (row.failures >= TRIES) return { type: 'locked', retryAfterSeconds: row.wait };
      if (await verify(row.hash, pin)) {
        await tx`update auth.pins set failures = 0, last_failure_at = null where user_id = ${personId}`;
        return { type: 'right' };
      }
      const failures = row.failures + 1;
      await tx`update auth.pins set failures = ${failures}, last_failure_at = clock_timestamp()
        where user_id = ${personId}`;
      return { type: 'wrong', triesLeft: TRIES - failures };
    });
    return outcome as PinOutcome;
  }
}

export function hashPin(pin: string): Promise<string> {
  return hash(pin, cost);
}
