import type { Rng } from '@tandem/scenarios';
import type { ApiProcess } from './api-process.ts';
import type { HttpAnswer, HttpRequest } from './http-side.ts';
import { Line, type Way } from './line.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** A far end that never answers says nothing at all: the caller's own limit has to end it. */
export interface Caller {
  answered(answer: HttpAnswer): void;
  /** The connection broke, and the browser says so. */
  broke(): void;
}

/** Shares of requests that are lost or come twice, and of replies that are lost. */
export interface Odds {
  readonly lost: number;
  readonly doubled: number;
  readonly replyLost: number;
}
export const PERFECT: Odds = { lost: 0, doubled: 0, replyLost: 0 };

/** The way from one device to the servers, and what happens to everything on it. */
export class Link implements Way {
  /** `down`: told at once that nothing goes. `half-open`: nobody is told anything. */
  mode: 'ok' | 'down' | 'half-open' = 'ok';
  /** Everything on the way waits until then. */
  stalledUntilMs = 0;
  /** Added to every delay while the line is slow, at most. */
  slowMs = 0;
  readonly lines = new Set<Line>();
  private readonly rng: Rng;

  constructor(
    readonly world: World,
    private readonly processes: readonly ApiProcess[],
    name: string,
    public odds: Odds,
  ) {
    this.rng = world.rng(`link ${name}`);
  }

  /** How long something now takes from one end to the other. */
  delayMs(): number {
    return this.rng.int(2, 40) + (this.slowMs === 0 ? 0 : this.rng.int(0, this.slowMs));
  }

  request(request: HttpRequest, caller: Caller): void {
    const { rng, odds } = this;
    if (this.mode === 'down') {
      this.world.time.after(rng.int(1, 60), () => caller.broke());
      return;
    }
    if (this.mode === 'half-open') return;
    if (rng.chance(odds.lost)) {
      this.world.struck('request lost');
      if (rng.chance(0.5)) this.world.time.after(rng.int(50, 3_000), () => caller.broke());
      return;
    }
    this.carry(request, caller);
    if (!rng.chance(odds.doubled)) return;
    // Something on the way sent it again, perhaps much later. The second answer reaches nobody.
    this.world.struck('request doubled');
    const late = rng.int(5, 4_000);
    this.world.time.after(late, () => this.carry(request, { answered() {}, broke() {} }));
  }

  open(person: Person): Line {
    const line = new Line(this, person);
    this.lines.add(line);
    if (this.mode === 'down') this.world.time.after(this.rng.int(1, 100), () => line.breaks(true));
    else if (this.mode === 'ok') {
      this.world.time.after(this.delayMs(), () => {
        const process = this.process();
        if (this.mode !== 'ok' || process === null) line.breaks(true);
        else line.reach(process);
      });
    }
    return line;
  }

  /** Everything on the way is gone. `telling`: how likely each end hears of it. */
  cut(mode: 'down' | 'half-open', telling: number): void {
    this.mode = mode;
    for (const line of this.lines) line.breaks(this.rng.chance(telling));
  }

  heal(): void {
    this.mode = 'ok';
    this.slowMs = 0;
  }

  private carry(request: HttpRequest, caller: Caller): void {
    this.travel(() => {
      const process = this.process();
      if (process === null) {
        caller.broke();
        return;
      }
      process.request(request, (answer) => {
        if (answer.status < 300 && this.rng.chance(this.odds.replyLost)) {
          this.world.struck('reply lost after commit');
          if (this.rng.chance(0.5)) this.world.time.after(this.rng.int(50, 3_000), () => caller.broke());
          return;
        }
        this.travel(() => caller.answered(answer));
      });
    });
  }

  /** Requests overtake each other and the socket: only a line keeps an order. */
  private travel(arrive: () => void): void {
    const { time } = this.world;
    const onArrival = () => {
      if (this.mode !== 'ok') return;
      if (time.nowMs < this.stalledUntilMs) time.after(this.stalledUntilMs - time.nowMs, onArrival);
      else arrive();
    };
    time.after(this.delayMs(), onArrival);
  }

  /** A frozen process still accepts: its kernel does. */
  private process(): ApiProcess | null {
    const there = this.processes.filter(({ state }) => state !== 'down');
    return there.length === 0 ? null : this.rng.pick(there);
  }
}
