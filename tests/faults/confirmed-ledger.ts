import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import type { Book, Confirmation, ToLedger } from './confirmed-ledger-process.ts';

const PROGRAM = new URL('./confirmed-ledger-process.ts', import.meta.url);
const ANSWER_MS = 10_000;

/**
 * What the API has confirmed, kept in a process of its own: neither a process that is killed, frozen or cut off nor
 * the test that writes, waits and judges can lose or change a line of it. Without it there is no verdict: once it
 * is gone, everything here throws.
 */
export class ConfirmedLedger {
  /** How often it was told something, by session. */
  private readonly told = new Map<string, number>();
  private readonly ended: Promise<void>;
  private closing = false;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    // What could not be written to it shows in what it hands over; that it is gone shows in `child`.
    child.on('error', () => {});
  }

  static async open(): Promise<ConfirmedLedger> {
    // Translated here and not by a loader over there: it starts in a third of the time, with nothing else in it.
    const { code } = transformSync(readFileSync(PROGRAM, 'utf8'), { loader: 'ts', format: 'esm' });
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ledger = new ConfirmedLedger(child);
    try {
      await ledger.hear((message) => message === 'ready', 'did not start', ANSWER_MS);
      return ledger;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** The moment the API says that an entry is stored. @throws when the ledger is gone */
  note(session: string, said: Confirmation): void {
    this.told.set(session, (this.told.get(session) ?? 0) + 1);
    this.tell({ session, said });
  }

  /** All that it has of a session. @throws when it is gone, is silent, or has not heard everything */
  async handOver(session: string, limitMs = ANSWER_MS): Promise<Book> {
    const told = this.told.get(session) ?? 0;
    this.tell({ handOver: session });
    const isIt = (message: unknown) => (message as Book).session === session;
    const book = (await this.hear(isIt, 'did not hand over', limitMs)) as Book;
    if (book.heard !== told) throw failure(`heard ${book.heard} of ${told} confirmations`);
    return book;
  }

  /** @throws when it had ended before */
  async close(): Promise<void> {
    if (!this.child.connected) throw this.gone();
    this.closing = true;
    this.child.disconnect();
    await this.ended;
  }

  private tell(message: ToLedger): void {
    if (!this.child.connected) throw this.gone();
    this.child.send(message);
  }

  /** The next message that `isIt`. */
  private hear(isIt: (message: unknown) => boolean, orElse: string, limitMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const take = (message: unknown) => {
        if (isIt(message)) settle(() => resolve(message));
      };
      const settle = (how: () => void) => {
        clearTimeout(late);
        this.child.off('message', take);
        how();
      };
      const late = setTimeout(() => settle(() => reject(failure(`${orElse} within ${limitMs} ms`))), limitMs);
      this.child.on('message', take);
      void this.ended.then(() => settle(() => reject(this.gone())));
    });
  }

  private gone(): Error {
    const { signalCode, exitCode } = this.child;
    return failure(this.closing ? 'is closed' : `is gone (${signalCode ?? exitCode ?? 'cut off'})`);
  }
}

const failure = (what: string) =>
  new Error(`the ledger of confirmed ids ${what}: whether anything confirmed was lost cannot be said`);
