import { type EntryBody, note } from '../support/api.ts';
import { confirm } from './http.ts';

export interface Written {
  /** Every id that was ever sent. */
  readonly sent: ReadonlySet<string>;
  readonly confirmed: ReadonlySet<string>;
  /** How many entries were sent more than once. */
  readonly resent: number;
}

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
  readonly make?: () => EntryBody;
}

/** People who write until they are told to stop, each one entry at a time, none given up. */
export class Writers implements Written {
  readonly sent = new Set<string>();
  readonly confirmed = new Set<string>();
  resent = 0;
  private writing = true;
  private readonly done: Promise<unknown>;

  constructor(options: WriterOptions) {
    this.done = Promise.all(Array.from({ length: options.writers }, (_, at) => this.write(options, at)));
    // Whoever stops them hears of it; until then a failure must not end the test run.
    this.done.catch(() => {});
  }

  /** Resolves when all that was sent is confirmed. */
  async stop(): Promise<void> {
    this.writing = false;
    await this.done;
  }

  private async write(options: WriterOptions, at: number): Promise<void> {
    const { addresses, cookie, session, pauseMs = 0, limitMs, make = note } = options;
    const shift = at % addresses.length;
    const own = [...addresses.slice(shift), ...addresses.slice(0, shift)];
    while (this.writing) {
      const entry = make();
      this.sent.add(entry.id);
      if ((await confirm(own, cookie, session, entry, limitMs)) > 0) this.resent += 1;
      this.confirmed.add(entry.id);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
