import type { Sql } from 'postgres';
import { codeOf, isCannotSave } from './cannot-save.ts';
import type { HouseClock } from './house-clock.ts';

/** A screen learns within 5 s that nothing can be saved: this, one reading, and the next `current`. */
const CHECK_EVERY_MS = 2_000;
/** A database that takes this much has room for a batch; one entry might still fit where the next does not. */
const TRIAL_ROWS = 16;
const TRIAL_BYTES = 7_000;

/**
 * Whether the database saves, as far as this process knows: false from the first write that was refused, or from
 * reading that it is read-only, until a trial write works. A full disk shows in nothing but a failed write, so
 * after one it is tried with real rows; while all is well nothing is written.
 */
export class Saving {
  private refusedWith: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private checking = false;

  constructor(
    private readonly sql: Sql,
    private readonly clock: HouseClock,
    /** Told when it changes. @param code what the database said, null when it saves again */
    private readonly onChange: (code: string | null) => void,
  ) {}

  get can(): boolean {
    return this.refusedWith === null;
  }

  /** Resolves when it has been asked once. */
  start(): Promise<void> {
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS);
    return this.check();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Takes note of an error when it says that the database refuses writes; of any other it does not. */
  failed(error: unknown): void {
    if (isCannotSave(error)) this.set(codeOf(error));
  }

  /** @param how `try`: with real rows even while all is well, because another process was refused */
  async check(how: 'look' | 'try' = 'look'): Promise<void> {
    // A frozen database is asked once; that it does not answer is said by `head-unknown`.
    if (this.checking) return;
    this.checking = true;
    try {
      const askedMs = performance.now();
      const [row] = await this.sql<{ readOnly: boolean; nowMs: number }[]>`
        select current_setting('transaction_read_only') = 'on' "readOnly",
          extract(epoch from clock_timestamp())::float8 * 1000 "nowMs"`;
      if (row === undefined) return;
      this.clock.observe(row.nowMs, askedMs);
      if (row.readOnly) this.set('25006');
      else if (!this.can || how === 'try') {
        await this.tryToSave();
        this.set(null);
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.checking = false;
    }
  }

  /** Rows as large as a page, so that they need room; the commit needs the write-ahead log. */
  private async tryToSave(): Promise<void> {
    await this.sql.begin(async (tx) => {
      await tx`insert into tandem.save_trials (filling)
        select repeat('x', ${TRIAL_BYTES}::int) from generate_series(1, ${TRIAL_ROWS}::int)`;
      await tx`delete from tandem.save_trials`;
    });
  }

  private set(code: string | null): void {
    const changed = (code === null) !== this.can;
    this.refusedWith = code;
    if (changed) this.onChange(code);
  }
}
