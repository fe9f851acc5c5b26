import type { Sql } from 'postgres';

export interface DatabaseState {
  readonly reachable: boolean;
  readonly writable: boolean;
}

/** A frozen database answers nothing, not even that a deadline has passed. */
const WAIT_MS = 3_000;
const KEPT_MS = 5_000;

/**
 * Can the database be reached, and does a commit get to its disk? The commit is of a message in the write-ahead log
 * that no table sees: a full disk and a server that went read-only show, and nothing is left behind.
 */
export class WriteCheck {
  private kept: { readonly state: Promise<DatabaseState>; readonly untilMs: number } | null = null;

  constructor(private readonly sql: Sql) {}

  /** At most {@link KEPT_MS} old, whoever asks and how often. */
  state(): Promise<DatabaseState> {
    const nowMs = performance.now();
    if (this.kept === null || this.kept.untilMs < nowMs)
      this.kept = { state: this.ask(), untilMs: nowMs + KEPT_MS };
    return this.kept.state;
  }

  private async ask(): Promise<DatabaseState> {
    let reachable = false;
    try {
      await within(async () => {
        const [mode] = await this.sql<{ open: boolean }[]>`
          select current_setting('transaction_read_only') = 'off' and not pg_is_in_recovery() as open`;
        reachable = true;
        if (mode?.open !== true) throw new Error('read-only');
        await this.sql`select pg_logical_emit_message(true, 'tandem-health', '')`;
      });
      return { reachable: true, writable: true };
    } catch {
      return { reachable, writable: false };
    }
  }
}

async function within(work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), WAIT_MS);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
