import type { DownFrame } from '@tandem/wire';
import { WebSocket } from 'ws';
import { ORIGIN } from './house.ts';

const BACK_OFF_MS = 50;

interface At {
  /** performance.now() of the test's own process. */
  readonly atMs: number;
}

/**
 * A screen as a person leaves it open: it follows one session, keeps every entry in the order of arrival, and
 * after a cut resumes by its cursor, at the next address where there are several.
 */
export class Screen {
  readonly seen: (At & { readonly id: string; readonly seq: number })[] = [];
  readonly currents: (At & { readonly lastSeq: number; readonly saving: boolean })[] = [];
  readonly errors: (At & { readonly code: string })[] = [];
  readonly closes: (At & { readonly code: number })[] = [];
  /** When it last heard anything. */
  lastFrameMs = 0;
  socket: WebSocket | null = null;
  /** Where it is connected, or tries to be. */
  address = '';
  private turn = 0;
  private left = false;

  constructor(
    private readonly addresses: readonly string[],
    private readonly cookie: string,
    private readonly session: string,
    /** Asks for everything and then reads nothing, until its socket is resumed. */
    asleep = false,
  ) {
    this.connect();
    if (asleep) this.socket?.on('open', () => this.socket?.pause());
  }

  /** The last seq it holds. */
  get cursor(): number {
    return this.seen.at(-1)?.seq ?? 0;
  }

  get seqs(): number[] {
    return this.seen.map(({ seq }) => seq);
  }

  /** Longest time in ms between two `current` so far: past 5 s a dashboard says that it is not. */
  get longestUncertainMs(): number {
    return Math.max(
      0,
      ...this.currents.slice(1).map(({ atMs }, at) => atMs - (this.currents[at]?.atMs ?? atMs)),
    );
  }

  /** When the frame with this entry came. */
  arrivalOf(id: string): number | undefined {
    return this.seen.find((entry) => entry.id === id)?.atMs;
  }

  leave(): void {
    this.left = true;
    this.socket?.terminate();
  }

  private connect(): void {
    this.address = this.addresses[this.turn % this.addresses.length] as string;
    this.turn += 1;
    const socket = new WebSocket(`${this.address.replace('http', 'ws')}/api/live`, {
      origin: ORIGIN,
      headers: { cookie: this.cookie },
      handshakeTimeout: 5_000,
    });
    this.socket = socket;
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'subscribe', sessionId: this.session, after: this.cursor })),
    );
    socket.on('message', (data) => {
      if (socket === this.socket) this.take(JSON.parse(String(data)) as DownFrame);
    });
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.closes.push({ code, atMs: performance.now() });
      if (!this.left) setTimeout(() => this.left || this.connect(), BACK_OFF_MS);
    });
  }

  private take(frame: DownFrame): void {
    const atMs = performance.now();
    this.lastFrameMs = atMs;
    if (frame.type === 'entries') {
      for (const { id, seq } of frame.entries) this.seen.push({ id, seq, atMs });
    } else if (frame.type === 'current')
      this.currents.push({ lastSeq: frame.lastSeq, saving: frame.saving ?? true, atMs });
    else if (frame.type === 'error') this.errors.push({ code: frame.code, atMs });
  }
}

type Answer<T> = T | undefined | null | false;

/** Resolves with the first truthy answer. @throws naming `what` after `limitMs` */
export async function until<T>(
  what: string,
  condition: () => Answer<T> | Promise<Answer<T>>,
  limitMs = 10_000,
  everyMs = 5,
): Promise<T> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (performance.now() > endMs) throw new Error(`${what}: not within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

export const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1);
