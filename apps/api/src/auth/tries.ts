import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';

const WINDOW = '15 minutes';

/** Counts tries of one sort in the database, so that every process and every restart sees the same count. */
export class Tries {
  constructor(
    private readonly auth: Sql,
    private readonly sort: string,
    /** In 15 minutes, by one subject. */
    private readonly most: number,
  ) {}

  /** Takes one. @returns 0, or the seconds to wait when none is left; those do not count */
  async take(subject: string): Promise<number> {
    const key = createHash('sha256').update(`${this.sort}:${subject}`).digest();
    const recent = this.auth`
      select at from auth.sign_in_failures where key = ${key} and at > clock_timestamp() - ${WINDOW}::interval`;
    const taken = await this.auth`
      insert into auth.sign_in_failures (key)
      select ${key}::bytea where (select count(*) from (${recent}) recent) < ${this.most} returning at`;
    if (taken.length > 0) {
      await this.auth`delete from auth.sign_in_failures where at < clock_timestamp() - ${WINDOW}::interval`;
      return 0;
    }
    const [row] = await this.auth<{ wait: number }[]>`
      select ceil(extract(epoch from min(at) + ${WINDOW}::interval - clock_timestamp()))::int as wait
      from (${recent}) recent`;
    return Math.max(1, row?.wait ?? 1);
  }
}
