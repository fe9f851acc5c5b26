import { Counter, Histogram, Registry } from 'prom-client';
import type { Flushed } from '../log/append.ts';
import type { CommittedStream } from '../log/requests.ts';
import type { HintFrom } from '../stream/hints.ts';

const flushWays = ['one-statement', 'transaction', 'failed'] as const;
const methodClasses = ['read', 'write'] as const;
const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const;
/** Seconds; a lone entry takes a millisecond or two, and every statement ends within 5 s. */
const FLUSH_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * What this process did since it began, for `/metrics`. Every label is one of the fixed words above: none could ever
 * hold a person, a client, a session, a clinic or an address.
 */
export class Counted {
  readonly registry = new Registry();
  private readonly entries = this.counter('tandem_entries_appended_total', 'Entries written to the log.');
  private readonly flushes = new Counter({
    name: 'tandem_flushes_total',
    help: 'Flushes of the writer, by the way they went.',
    labelNames: ['way'],
    registers: [this.registry],
  });
  private readonly flushSeconds = new Histogram({
    name: 'tandem_flush_seconds',
    help: 'Seconds from the first statement of a flush to its answer.',
    buckets: FLUSH_BUCKETS,
    registers: [this.registry],
  });
  private readonly hints = new Counter({
    name: 'tandem_hints_heard_total',
    help: 'Hints heard from the database, of this process and of others.',
    labelNames: ['from'],
    registers: [this.registry],
  });
  private readonly unknown = this.counter(
    'tandem_head_unknown_total',
    'Times that screens waited for a head or a board that could not be read in time.',
  );
  private readonly requests = new Counter({
    name: 'tandem_http_requests_total',
    help: 'Answered requests, by reading or writing and by class of status.',
    labelNames: ['method', 'status'],
    registers: [this.registry],
  });

  constructor() {
    // From the start on, so that the first failure is a rise and not the beginning of a series.
    for (const way of flushWays) this.flushes.inc({ way }, 0);
    for (const from of ['own', 'others'] satisfies HintFrom[]) this.hints.inc({ from }, 0);
    for (const method of methodClasses)
      for (const status of statusClasses) this.requests.inc({ method, status }, 0);
  }

  committed(streams: readonly CommittedStream[]): void {
    for (const { entries } of streams) this.entries.inc(entries.length);
  }

  flushed({ way, seconds }: Flushed): void {
    this.flushes.inc({ way });
    this.flushSeconds.observe(seconds);
  }

  heard(from: HintFrom): void {
    this.hints.inc({ from });
  }

  headUnknown(): void {
    this.unknown.inc();
  }

  answered(method: string, statusCode: number): void {
    const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
    // An opened socket (101) was answered as it wished.
    const status = statusClasses[Math.floor(statusCode / 100) - 2] ?? '2xx';
    this.requests.inc({ method: isRead ? 'read' : 'write', status });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
