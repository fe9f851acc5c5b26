import type { Refusal } from '@tandem/domain';
import type { Sql } from 'postgres';
import { isCannotSave, isDeadline, isUnanswered } from '../db/cannot-save.ts';
import { type FlushOutcome, flush } from './flush.ts';
import { type AtHeads, flushAtHeads } from './flush-at-heads.ts';
import { HeldStreams } from './held.ts';
import type { Appended, AppendRequest, CommittedStream } from './requests.ts';
import { groupBy } from './statements.ts';
import { keyOf } from './stream.ts';

/** What a writer tells and asks of the rest of the process. */
export interface WriterLinks {
  /**
   * Told after the commit, with what was written, per stream in seq order.
   * @param hinted whether the other processes were told by the same statement
   */
  readonly onCommit: (committed: readonly CommittedStream[], hinted: boolean) => void;
  readonly atHeads: AtHeads;
  /** Told of every flush, whatever became of it. */
  readonly onFlush?: (flush: Flushed) => void;
}

/** `one-statement`: decided before and written in one; `transaction`: under the lock; `failed`: neither answered. */
export type FlushWay = 'one-statement' | 'transaction' | 'failed';

export interface Flushed {
  readonly way: FlushWay;
  /** From the first statement to the answer. */
  readonly seconds: number;
}

const alone: WriterLinks = { onCommit: () => {}, atHeads: { nowMs: Date.now, hintOf: () => null } };

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (outcome: Appended | Refusal) => void;
  readonly reject: (error: unknown) => void;
}

/** One flush takes at most this many requests; the rest wait for the next one. */
const MAX_BATCH = 500;

/**
 * THE ONLY WRITER of the log. One flush is in flight at a time: a lone request goes at once, requests that
 * arrive meanwhile go together in the next one, so that many writers share a commit (group commit).
 * Nothing is answered before COMMIT; the screens are told after it.
 */
export class LogWriter {
  private queue: Waiting[] = [];
  private running: Promise<void> | null = null;
  private readonly held = new HeldStreams();

  constructor(
    private readonly sql: Sql,
    private readonly links: WriterLinks = alone,
  ) {}

  /** Another process says that a stream has reached `seq`: what is written to it next is decided under its lock. */
  heard(clinicId: string, streamId: string, seq: number): void {
    this.held.heard(clinicId, streamId, seq);
  }

  append(request: AppendRequest): Promise<Appended | Refusal> {
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when everything asked so far is answered. */
  async drain(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    // One turn of the event loop lets requests of the same tick share the first flush.
    await null;
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, MAX_BATCH);
      await this.flushOrRetry(batch);
    }
    this.running = null;
  }

  private async flushOrRetry(batch: readonly Waiting[]): Promise<void> {
    try {
      this.settle(batch, await this.flush(batch));
    } catch (error) {
      const parts = partsToRetry(batch, error);
      if (parts.length === 0) for (const one of batch) one.reject(error);
      for (const part of parts) {
        try {
          this.settle(part, await this.flush(part));
        } catch (again) {
          for (const one of part) one.reject(again);
        }
      }
    }
  }

  private async flush(batch: readonly Waiting[]): Promise<FlushOutcome> {
    const requests = batch.map((waiting) => waiting.request);
    const { onCommit, atHeads, onFlush } = this.links;
    const askedAtMs = performance.now();
    let way: FlushWay = 'failed';
    try {
      const atOnce = await flushAtHeads(this.sql, this.held, requests, atHeads);
      const outcome = atOnce ?? (await flush(this.sql, this.held, requests));
      way = atOnce === null ? 'transaction' : 'one-statement';
      if (outcome.committed.length > 0) onCommit(outcome.committed, outcome.hinted);
      return outcome;
    } finally {
      onFlush?.({ way, seconds: (performance.now() - askedAtMs) / 1_000 });
    }
  }

  private settle(batch: readonly Waiting[], outcome: FlushOutcome): void {
    for (const [at, waiting] of batch.entries()) waiting.resolve(outcome.answers[at] as Appended | Refusal);
  }
}

/**
 * What goes once more, together each: one request can spoil a whole transaction (an id that another process used
 * meanwhile), and one session whose row is held can hold up all. A database that does not answer or does not save
 * is not asked again by every request in turn: nobody's would come through, and each would wait for its deadline.
 */
function partsToRetry(batch: readonly Waiting[], error: unknown): Waiting[][] {
  if (isDeadline(error)) {
    const parts = [...groupBy(batch, ({ request }) => keyOf(request.clinicId, request.streamId)).values()];
    return parts.length === 1 ? [] : parts;
  }
  return isUnanswered(error) || isCannotSave(error) ? [] : batch.map((one) => [one]);
}
