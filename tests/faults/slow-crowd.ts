import { connect, type Socket } from 'node:net';
import { ORIGIN } from './house.ts';

/** How a connection keeps the server waiting, and after how long it has to be closed (`docs/faults.md`, C3). */
const KINDS = {
  silent: 10_000,
  'slow headers': 10_000,
  'slow body': 15_000,
  /** Asks for much, reads nothing of it, and sends a byte now and then so that it does not seem to be gone. */
  'never reads': 60_000,
} as const;
type Kind = keyof typeof KINDS;

/** The server looks at its connections once a second, at stalled ones every five; the rest is a busy machine. */
const SLACK_MS = 10_000;
const TRICKLE_MS = 1_000;

/** Of some 300 kB each: more than the kernel holds for a line that is not read. */
const ASKED = 40;

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

  /** @param sizes how many of each sort */
  static async gather(
    address: string,
    cookie: string,
    sizes: Partial<Record<Kind, number>>,
  ): Promise<SlowCrowd> {
    const crowd = new SlowCrowd(address, cookie);
    const kinds = Object.entries(sizes).flatMap(([kind, size]) => Array<Kind>(size).fill(kind as Kind));
    for (const [at, kind] of kinds.entries()) {
      crowd.join(kind);
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
        socket.write(ask.repeat(ASKED));
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
