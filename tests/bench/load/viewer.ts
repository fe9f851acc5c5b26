import type { HttpClient } from './http-client.ts';
import { type Dialect, type Line, openLine } from './line.ts';
import { until, within } from './wait.ts';

/** As often as the dashboard. */
const PING_EVERY_MS = 1_000;

export interface Seen {
  readonly id: string;
  readonly seq: number;
}

/**
 * One person's socket on one session. It keeps every entry in the order of arrival for the oracle, and after a
 * cut it resumes by cursor, as the dashboard does.
 */
export class Viewer {
  readonly seen: Seen[] = [];
  /** Of all frames with entries so far. */
  bytes = 0;
  private line: Line | null = null;
  private closed = false;

  constructor(
    private readonly http: HttpClient,
    private readonly sessionId: string,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly onEntry: (id: string) => void,
    /** What it has already, from a time before. */
    private readonly from = 0,
    private readonly dialect: Dialect = 'plain',
  ) {}

  get cursor(): number {
    return this.seen.at(-1)?.seq ?? this.from;
  }

  /** Resolves once the server says that this viewer has everything so far. */
  open(): Promise<void> {
    return within('a viewer catches up', new Promise((resolve, reject) => this.connect(resolve, reject)));
  }

  close(): void {
    this.closed = true;
    this.line?.close();
  }

  private connect(caughtUp: () => void, failed: (error: Error) => void): void {
    let pings = 0;
    let pinging: NodeJS.Timeout | undefined;
    const ping = () => line.send({ type: 'ping', n: ++pings });
    const line = openLine(this.http.origin, this.headers, this.dialect, {
      open: () => {
        ping();
        pinging = setInterval(ping, PING_EVERY_MS);
        line.send({ type: 'subscribe', sessionId: this.sessionId, after: this.cursor });
      },
      frame: (frame, bytes) => {
        if (frame.type === 'entries') this.bytes += bytes;
        if (frame.type === 'entries') for (const { id, seq } of frame.entries) this.take(id, seq);
        else if (frame.type === 'current') caughtUp();
        else if (frame.type === 'error')
          failed(new Error(`a viewer was told ${frame.code}: ${frame.message}`));
      },
      closed: () => {
        clearInterval(pinging);
        if (!this.closed) this.reconnect(caughtUp, failed).catch(failed);
      },
    });
    this.line = line;
  }

  private async reconnect(caughtUp: () => void, failed: (error: Error) => void): Promise<void> {
    await untilHealthy(this.http);
    if (!this.closed) this.connect(caughtUp, failed);
  }

  private take(id: string, seq: number): void {
    this.seen.push({ id, seq });
    this.onEntry(id);
  }
}

export async function untilHealthy(http: HttpClient): Promise<void> {
  const healthy = async () => {
    try {
      return (await http.send('GET', '/healthz', {})).status === 200;
    } catch {
      return false;
    }
  };
  await until(`${http.origin} answers`, healthy, 25);
}
