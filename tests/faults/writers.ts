import { type EntryBody, note } from '../support/calls.ts';
import type { ConfirmedLedger } from './confirmed-ledger.ts';
import { confirm } from './http.ts';

interface WriterOptions {
  /** Tried in turn; the writers begin at different ones. */
  readonly addresses: readonly string[];
  readonly cookie: string;
  readonly session: string;
  readonly writers: number;
  /** Pause of a writer after a confirmed entry. */
  readonly pauseMs?: number;
  /** Silence after which an entry is sent again. */
  readonly limitMs?: number;
  /** How long an entry is tried; 30 s where nothing is said. */
  readonly patienceMs?: number;
  readonly make?: () => EntryBody;
}

/** Every so many entries a writer sends a confirmed one once more, as a page that was reloaded does. */
const AGAIN_EVERY = 10;

/** People who write until they are told to stop, each one entry at a time, none given up. */
export class Writers {
  /** Every id that was ever sent. */
  readonly sent = new Set<string>();
  /** How many entries were sent more than once, because no answer came or none that confirmed. */
  resent = 0;
  /** The longest that anybody waited for an entry to be confirmed. */
  slowestMs = 0;
  private count = 0;
  private failure: unknown = null;
  private writing = true;
  private readonly done: Promise<unknown>;

  constructor(
    private readonly ledger: ConfirmedLedger,
    options: WriterOptions,
  ) {
    this.done = Promise.all(Array.from({ length: options.writers }, (_, at) => this.write(options, at)));
    // Whoever counts or stops them hears of it; until then a failure must not end the test run.
    this.done.catch((error: unknown) => {
      this.failure = error;
    });
  }

  /** How many entries were confirmed: to wait for. Which they are the ledger knows. @throws what stopped a writer */
  get confirmed(): number {
    if (this.failure !== null) throw this.failure;
    return this.count;
  }

  /** Resolves when all that was sent is confirmed. */
  async stop(): Promise<void> {
    this.writing = false;
    await this.done;
  }

  private async write(options: WriterOptions, at: number): Promise<void> {
    const { addresses, cookie, session, pauseMs = 0, limitMs, patienceMs, make = note } = options;
    const shift = at % addresses.length;
    const own = [...addresses.slice(shift), ...addresses.slice(0, shift)];
    for (let nth = 1; this.writing; nth += 1) {
      const entry = make();
      this.sent.add(entry.id);
      const fromMs = performance.now();
      const { said, resent } = await confirm(own, cookie, session, entry, limitMs, patienceMs);
      this.slowestMs = Math.max(this.slowestMs, performance.now() - fromMs);
      this.ledger.note(session, said);
      if (resent > 0) this.resent += 1;
      this.count += 1;
      if (nth % AGAIN_EVERY === 0)
        this.ledger.note(
          session,
          (await confirm(own.toReversed(), cookie, session, entry, limitMs, patienceMs)).said,
        );
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
