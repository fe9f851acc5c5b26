import { connect, type Socket } from 'node:net';
import { ORIGIN } from './house.ts';

/** How a connection keeps the server waiting, and after how long it has to be closed (`docs/faults.md`, C3). */
const KINDS = {
  silent: 10_000,
  'slow headers': 10_000,
  'slow body': 15_000,
  /** Asks for much and reads nothing: nobody's turn any more, so the connection's own silence ends it. */
  'never reads': 30_000,
} as const;
type Kind = keyof typeof KINDS;

/** The server looks at its connections once a second; the rest is a busy machine. */
export const SLACK_MS = 3_000;
const TRICKLE_MS = 1_000;

interface Slow {
  readonly kind: Kind;
  readonly socket: Socket;
  readonly openedMs: number;
  closedMs: number | null;
}

/** Connections that take their time, as many as are asked for, open at once. */
export class SlowCrowd {
  private readonly all: Slow[] = [];
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {
    this.timer = setInterval(() => this.trickle(), TRICKLE_MS);
  }

  /** @param kinds which sorts there are, in equal parts */
  static async gather(
    address: string,
    cookie: string,
    size: number,
    kinds: readonly Kind[],
  ): Promise<SlowCrowd> {
    const crowd = new SlowCrowd(address, cookie);
    for (let at = 0; at < size; at += 1) {
      crowd.join(kinds[at % kinds.length] as Kind);
      // A burst beyond the kernel's queue would be refused by it and not reach the server.
      if (at % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return crowd;
  }

  /** Of each sort, how long the one that was open longest was open; null: one of them still is. */
  longestMs(): Record<string, number | null> {
    const kinds = new Set(this.all.map(({ kind }) => kind));
    return Object.fromEntries(
      [...kinds].map((kind) => {
        const times = this.all
          .filter((one) => one.kind === kind)
          .map(({ openedMs, closedMs }) => (closedMs === null ? null : closedMs - openedMs));
        return [kind, times.includes(null) ? null : Math.max(...(times as number[]))];
      }),
    );
  }

  get open(): number {
    return this.all.filter(({ closedMs }) => closedMs === null).length;
  }

  /** Those that were open beyond their time. */
  late(): string[] {
    return Object.entries(this.longestMs()).flatMap(([kind, ms]) =>
      ms !== null && ms <= KINDS[kind as Kind] + SLACK_MS ? [] : [`${kind}: ${ms ?? 'open'}`],
    );
  }

  leave(): void {
    clearInterval(this.timer);
    for (const { socket } of this.all) socket.destroy();
  }

  private join(kind: Kind): void {
    const { hostname, port, host } = new URL(this.address);
    const socket = connect(Number(port), hostname, () => {
      if (kind === 'slow headers') socket.write('GET /api/me HTTP/1.1\r\n');
      if (kind === 'slow body')
        socket.write(
          `POST /api/sessions/search HTTP/1.1\r\nhost: ${host}\r\norigin: ${ORIGIN}\r\ncookie: ${this.cookie}\r\n` +
            'content-type: application/json\r\ncontent-length: 60000\r\n\r\n{',
        );
      if (kind === 'never reads') {
        socket.pause();
        const ask = `GET /api/openapi.json HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
        socket.write(ask.repeat(60));
      }
    });
    const one: Slow = { kind, socket, openedMs: performance.now(), closedMs: null };
    this.all.push(one);
    socket.on('error', () => {});
    socket.on('close', () => {
      one.closedMs = performance.now();
    });
    // Flows, so that the end of the connection is heard of.
    if (kind !== 'never reads') socket.resume();
  }

  /** A byte each, as a client that means to be slow; to one that does not read, writing tells of the end. */
  private trickle(): void {
    for (const { kind, socket, closedMs } of this.all) {
      if (closedMs !== null) continue;
      if (kind === 'never reads') socket.write('\r\n');
      if (kind === 'slow headers') socket.write('x');
      if (kind === 'slow body') socket.write(' ');
    }
  }
}
