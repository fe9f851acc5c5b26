import type { ApiProcess } from './api-process.ts';
import type { Person } from './people.ts';
import type { ServerLine } from './server-line.ts';
import type { World } from './world.ts';

/** The server pings so often and ends a line that missed one answer. */
const PING_MS = 10_000;

/** What all lines of a device go over. */
export interface Way {
  readonly world: World;
  /** Everything on the way waits until then. */
  readonly stalledUntilMs: number;
  /** The lines that are not broken or closed. */
  readonly lines: Set<Line>;
  /** How long something now takes from one end to the other. */
  delayMs(): number;
}

/** How a frame came: for whoever watches the screen. */
export interface Delivered {
  readonly text: string;
  readonly sentAtMs: number;
  /** At the device, which may be asleep. */
  readonly cameAtMs: number;
}

/** One socket between a page and a process. Frames arrive in order or not at all. */
export class Line {
  onframe: ((frame: Delivered) => void) | null = null;
  onend: ((code: number) => void) | null = null;
  private server: ServerLine | null = null;
  private process: ApiProcess | null = null;
  private dead = false;
  private closed = false;
  private readonly ways = {
    up: { atMs: 0, queue: [] as (() => void)[] },
    down: { atMs: 0, queue: [] as (() => void)[] },
  };

  constructor(
    private readonly way: Way,
    private readonly person: Person,
  ) {}

  reach(process: ApiProcess): void {
    if (this.dead || this.closed) return;
    const end = (code: number) => this.carry('down', () => this.endFor(code));
    const server = process.lineFor(
      this.person,
      (text) => {
        const { time } = this.way.world;
        const sentAtMs = time.nowMs;
        this.carry('down', () => {
          if (!this.closed) this.onframe?.({ text, sentAtMs, cameAtMs: time.nowMs });
        });
      },
      () => end(1006),
    );
    this.process = process;
    this.server = server;
    process.later(1, () => process.connect(server));
  }

  send(text: string): void {
    const { process, server } = this;
    if (process === null || server === null) return;
    this.carry('up', () => process.later(0, () => server.receive(text)));
  }

  /** The page closes it. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.way.lines.delete(this);
    const { process, server } = this;
    if (process === null || server === null) return;
    if (this.dead) this.foundDead();
    else this.carry('up', () => process.later(0, () => server.gone()));
  }

  /** The way is gone and with it all that was on it. Without a word, only time shows it. */
  breaks(told: boolean): void {
    if (this.dead) return;
    this.dead = true;
    this.way.lines.delete(this);
    this.foundDead();
    if (told) this.way.world.time.after(this.way.delayMs(), () => this.endFor(1006));
  }

  private foundDead(): void {
    const { process, server } = this;
    if (process !== null && server !== null) process.later(2 * PING_MS, () => server.gone());
  }

  private endFor(code: number): void {
    if (this.closed) return;
    this.closed = true;
    this.way.lines.delete(this);
    this.onend?.(code);
  }

  private carry(to: 'up' | 'down', arrive: () => void): void {
    const { way } = this;
    const { time } = way.world;
    const there = this.ways[to];
    there.atMs = Math.max(there.atMs, time.nowMs + way.delayMs());
    there.queue.push(arrive);
    const onArrival = () => {
      if (this.dead) return;
      if (time.nowMs < way.stalledUntilMs) time.after(way.stalledUntilMs - time.nowMs, onArrival);
      // The oldest, whichever arrival this is: after a stall many fall on one moment.
      else there.queue.shift()?.();
    };
    time.after(there.atMs - time.nowMs, onArrival);
  }
}
